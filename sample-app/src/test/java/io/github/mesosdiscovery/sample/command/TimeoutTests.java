package io.github.mesosdiscovery.sample.command;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Timeout}.
 */
class TimeoutTests {

	@ParameterizedTest
	@CsvSource({ "15, 15000", "15s, 15000", "500ms, 500", "2m, 120000", "1ms, 1", "999999m, 59999940000" })
	void readsSecondsAndUnits(String text, long millis) {
		assertThat(Timeout.parse(text)).isEqualTo(Duration.ofMillis(millis));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0s", "-1", "+1", "1.5", "1h", "15 s", "s", "", "PT15S", "1000000", "١" })
	void refusesAllElse(String text) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> Timeout.parse(text))
			.withMessage("--timeout must be a time above zero, for example 15, 15s, 500ms or 1m");
	}

}
