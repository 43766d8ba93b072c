package io.github.mesosdiscovery.codec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Digits}.
 */
class DigitsTests {

	@ParameterizedTest
	@CsvSource({ "0, 3, 10, 0", "042, 3, 10, 42", "255, 3, 10, 255", "1000, 3, 10, -1", "'', 3, 10, -1",
			"+1, 3, 10, -1", "-1, 3, 10, -1", "' 1', 3, 10, -1", "1a, 3, 10, -1", "1a, 4, 16, 26", "FFFF, 4, 16, 65535",
			"g, 4, 16, -1", "\u0663, 3, 10, -1", "\uff11, 3, 10, -1" })
	void parse(String text, int maxLength, int radix, int number) {
		assertThat(Digits.parse(text, maxLength, radix)).isEqualTo(number);
	}

}
