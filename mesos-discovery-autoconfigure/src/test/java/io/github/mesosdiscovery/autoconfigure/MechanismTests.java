package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Mechanism}.
 */
class MechanismTests {

	@Test
	void defaultWhenNothingIsSet() {
		Mechanism mechanism = of(null, null);
		assertThat(mechanism.value()).isEqualTo("zk://localhost:2181/mesos");
		assertThat(mechanism.property()).isEqualTo("p.zk");
	}

	@Test
	void scalar() {
		Mechanism mechanism = of(" zk://a/mesos\n", null);
		assertThat(mechanism.value()).isEqualTo("zk://a/mesos");
		assertThat(mechanism.property()).isEqualTo("p.zk");
	}

	@Test
	void url() {
		Mechanism mechanism = of(null, "zk://a/mesos");
		assertThat(mechanism.value()).isEqualTo("zk://a/mesos");
		assertThat(mechanism.property()).isEqualTo("p.zk.url");
	}

	@Test
	void bothWhenTheyAreTheSame() {
		assertThat(of("zk://a/mesos", "zk://a/mesos ").value()).isEqualTo("zk://a/mesos");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "zk://b:canary@a/mesos", "zk://a/Mesos" })
	void bothWhenTheyDiffer(String url) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class).isThrownBy(() -> of("zk://a/mesos", url))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("p.zk"))
			.withMessageContaining("'p.zk.url'")
			.withMessageNotContaining("canary")
			.withMessageContaining("p.zk=zk://localhost:2181/mesos");
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
	@ValueSource(strings = { "zk://a:2181,b:2181", "zk://localhost:2181/", "", "localhost", "zk://:5050/mesos" })
	void invalidShowsValueWithoutSecrets(String value) {
		InvalidMesosPropertyException ex = of(value, null).invalid("no path", "zk://a/mesos");
		assertThat(ex.getValue()).isEqualTo(value);
		assertThat(ex).hasMessageContaining("no path").hasMessageContaining("p.zk=zk://a/mesos");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://u:canary@a", "zk://u:canary/mesos", "zk:u:canary@a/mesos", "u:canary@a/mesos",
			"zk://a/mesos canary", "zk://u:can/ary@a", "zk://u:%canary" })
	void invalidHidesValueThatMayHoldSecret(String value) {
		InvalidMesosPropertyException ex = of(value, null).invalid("no path", "zk://a/mesos");
		assertThat(ex.getValue()).isNull();
		assertThat(ex).hasMessageNotContainingAny("canary", "can/ary");
	}

	@Test
	void textHidesValue() {
		assertThat(of("zk://u:canary@a/mesos", null)).hasToString("p.zk");
	}

	private static Mechanism of(@Nullable String value, @Nullable String url) {
		return Mechanism.of("p.zk", value, url);
	}

}
