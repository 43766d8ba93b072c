package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrlParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link MechanismProperty}.
 */
class MechanismPropertyTests {

	@Test
	void noneWhenNothingIsSet() {
		assertThat(MechanismProperty.of("p.zk", null, null)).isNull();
		assertThat(MechanismProperty.byDefault("p.zk").value()).isEqualTo("zk://localhost:2181/mesos");
		assertThat(MechanismProperty.byDefault("p.zk").isDefault()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "zk://a/mesos, '', p.zk", "zk://a/mesos, ' ', p.zk", "'', zk://a/mesos, p.zk.url" })
	void anEmptyOneIsNone(String value, String url, String property) {
		assertThat(of(value, url).value()).isEqualTo("zk://a/mesos");
		assertThat(of(value, url).property()).isEqualTo(property);
		assertThat(of(value, url).isDefault()).isFalse();
	}

	@Test
	void scalar() {
		MechanismProperty mechanism = of(" zk://a/mesos\n", null);
		assertThat(mechanism.value()).isEqualTo("zk://a/mesos");
		assertThat(mechanism.property()).isEqualTo("p.zk");
	}

	@Test
	void url() {
		MechanismProperty mechanism = of(null, "zk://a/mesos");
		assertThat(mechanism.value()).isEqualTo("zk://a/mesos");
		assertThat(mechanism.property()).isEqualTo("p.zk.url");
	}

	@Test
	void bothWhenTheyAreTheSame() {
		assertThat(of("zk://a/mesos", "zk://a/mesos ").value()).isEqualTo("zk://a/mesos");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://b:canary@a/mesos", "zk://a/Mesos" })
	void bothWhenTheyDiffer(String url) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class).isThrownBy(() -> of("zk://a/mesos", url))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk"))
			.withMessageContaining("'p.zk.url'")
			.withMessageNotContaining("canary")
			.satisfies((ex) -> assertThat(ex.getOther()).isEqualTo("p.zk.url"))
			.withMessageContaining("P_ZK_URL for an environment variable")
			.withMessageContaining("p.zk.url=zk://localhost:2181/mesos");
	}

	@Test
	void emptyIsNotTheDefault() {
		assertThat(of("", null).value()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "zk://a/mesos,", "zk://u:p@a/mesos, u:p", "zk://u:p@ss@a,u:p@ss", "master@10.0.0.1:5050,",
			"file:///a@b," })
	void userInfo(String value, @Nullable String expected) {
		assertThat(of(value, null).userInfo()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://u:canary@a", "zk://u:canary/mesos", "zk:u:canary@a/mesos", "u:canary@a/mesos",
			"zk://a:canary/mesos", "zk://u:can/ary@a", "zk://u:%canary", "http://u:canary@a/mesos" })
	void invalidNamesPropertyAndExampleButNoSecret(String value) {
		MechanismProperty mechanism = of(value, null);
		InvalidMesosPropertyException ex = mechanism.invalid(
				catchThrowableOfType(InvalidMasterUrlException.class, () -> MasterUrlParser.parse(mechanism.value())));
		assertThat(ex).hasMessageContaining("Property p.zk is wrong")
			.hasMessageContaining("p.zk=zk://")
			.hasMessageNotContainingAny("canary", "can/ary")
			.hasNoCause();
	}

	@Test
	void textHidesValue() {
		assertThat(of("zk://u:canary@a/mesos", null)).hasToString("p.zk");
	}

	private static MechanismProperty of(@Nullable String value, @Nullable String url) {
		return Objects.requireNonNull(MechanismProperty.of("p.zk", value, url));
	}

}
