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
	@ValueSource(strings = { "PT0.001S", "PT10S", "PT1H" })
	void positive(Duration value) {
		assertThat(this.checks.positive("name", value, Duration.ofHours(1), "10s")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.0009S", "PT-1S", "PT-2562047788015215H", "PT1H0.001S" })
	void notPositive(Duration value) {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.positive("name", value, Duration.ofHours(1), "10s"))
			.withMessage("Property p.name is '%s': must be from 1ms to 1h. For example: p.name=10s", value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT1S" })
	void notNegative(Duration value) {
		assertThat(this.checks.notNegative("name", value, "30s")).isEqualTo(value);
	}

	@Test
	void negative() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> this.checks.notNegative("name", Duration.ofMillis(-1), "30s"))
			.withMessage(
					"Property p.name is 'PT-0.001S': must not be negative; zero does not wait. For example: p.name=30s");
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
			.withMessage("Property p.name is '%s': must be http or https. For example: p.name=https", value);
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
			.withMessageContaining("Property p.name is 'info,%s'", value)
			.withMessageContaining("'%s' is not a label", value)
			.withMessageContaining("For example: p.name=json.info,info");
	}

}
