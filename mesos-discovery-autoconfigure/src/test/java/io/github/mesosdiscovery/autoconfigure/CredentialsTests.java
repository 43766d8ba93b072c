package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Credentials}.
 */
class CredentialsTests {

	private static final String URL = "zk://a/mesos";

	@Test
	void noneWhenNothingIsSet() {
		assertThat(of(null, null, URL)).isNull();
	}

	@Test
	void noneWhenEmpty() {
		assertThat(of("", "", URL)).isNull();
	}

	@Test
	void both() {
		assertThat(of("app", " p:w ", URL)).isEqualTo(new Credentials("app", " p:w "));
	}

	@Test
	void userNameWithoutPassword() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class).isThrownBy(() -> of("app", "", URL))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk.password"))
			.withMessageContaining("'p.zk.username' is");
	}

	@Test
	void passwordWithoutUserName() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class).isThrownBy(() -> of(null, "canary", URL))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk.username"))
			.withMessageContaining("'p.zk.password' is")
			.withMessageNotContaining("canary");
	}

	@Test
	void userNameWithColon() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class).isThrownBy(() -> of("app:canary", "p", URL))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk.username"))
			.withMessageContaining("colon")
			.withMessageNotContaining("canary");
	}

	@Test
	void sameAsInUrl() {
		assertThat(of("app", "p@w", "zk://app:p@w@a/mesos")).isEqualTo(new Credentials("app", "p@w"));
	}

	@Test
	void otherThanInUrl() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> of("app", "canary1", "zk://app:canary2@a/mesos"))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk"))
			.withMessageContaining("'p.zk.username' and 'p.zk.password'")
			.withMessageNotContaining("canary");
	}

	@Test
	void textHidesThem() {
		assertThat(String.valueOf(of("app", "canary", URL))).doesNotContain("canary", "app");
	}

	private static @Nullable Credentials of(@Nullable String username, @Nullable String password, String url) {
		return Credentials.of("p.zk", username, password,
				Objects.requireNonNull(MechanismProperty.of("p.zk", url, null)));
	}

}
