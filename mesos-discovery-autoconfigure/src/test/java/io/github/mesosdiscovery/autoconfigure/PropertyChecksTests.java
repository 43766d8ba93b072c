package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PropertyChecks}.
 */
class PropertyChecksTests {

	private final PropertyChecks checks = new PropertyChecks("p");

	@ParameterizedTest
	@ValueSource(strings = { "PT0.1S", "PT10S", "PT1H" })
	void between(Duration value) {
		assertThat(this.checks.between("name", value, "1h", "10s")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.01S", "PT0.0999S", "PT-1S", "PT-2562047788015215H", "PT1H0.001S" })
	void notBetween(Duration value) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.between("name", value, "1h", "10s"))
			.withMessage("Property p.name is wrong: must be from 100ms to 1h; "
					+ "a number without a unit is milliseconds. For example: p.name=10s");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.1S", "PT1S" })
	void zeroOrMore(Duration value) {
		assertThat(this.checks.zeroOrMore("name", value, "30s")).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "PT-0.001S, must not be negative; zero does not wait", "PT0.03S, 'must be zero, or 100ms or more'" })
	void neitherZeroNorMore(Duration value, String reason) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.zeroOrMore("name", value, "30s"))
			.withMessageStartingWith("Property p.name is wrong: " + reason)
			.withMessageEndingWith(". For example: p.name=30s");
	}

	@ParameterizedTest
	@CsvSource({ "http, http", "https, https", "HTTPS, https", "' http ', http" })
	void scheme(String value, String expected) {
		assertThat(this.checks.scheme("name", value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http://", "ftp" })
	void otherScheme(String value) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.scheme("name", value))
			.withMessage("Property p.name is wrong: must be http or https. For example: p.name=https");
	}

	@Test
	void labels() {
		assertThat(this.checks.labels("name", List.of("json.info", "info", ""))).containsExactly("json.info", "info",
				"");
		assertThat(this.checks.labels("name", List.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "json.info_", "json_info", "INFO", "log_replicas" })
	void otherLabel(String value) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.labels("name", List.of("info", value)))
			.withMessageContaining("Property p.name is wrong: entry 2 is not a label")
			.withMessageContaining("For example: p.name=json.info,info");
	}

}
