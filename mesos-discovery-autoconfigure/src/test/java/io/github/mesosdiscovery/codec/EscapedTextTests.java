package io.github.mesosdiscovery.codec;

import io.github.mesosdiscovery.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EscapedText}.
 */
class EscapedTextTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "", "json.info_0000000003", "a b", "caf\u00e9", "\u65e5\u672c", "\ud83d\ude00", "'\"\\<>%" })
	void plainTextIsKept(String text) {
		assertThat(EscapedText.isPlain(text)).isTrue();
		assertThat(EscapedText.of(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "'a\nb', 'a\\u000Ab'", "'\r', '\\u000D'", "'\t', '\\u0009'", "'\u0000', '\\u0000'",
			"'\u001b[2J', '\\u001B[2J'", "'\u007f', '\\u007F'", "'\u0085', '\\u0085'", "'\u00ad', '\\u00AD'",
			"'\u061c', '\\u061C'", "'\u200b', '\\u200B'", "'\u200e', '\\u200E'", "'\u202ex', '\\u202Ex'",
			"'\u2028', '\\u2028'", "'\u2029', '\\u2029'", "'\u2067', '\\u2067'", "'\ufeff', '\\uFEFF'",
			"'x\ud800', 'x\\uD800'", "'\udc00x', '\\uDC00x'", "'\ue000', '\\uE000'", "'\uffff', '\\uFFFF'",
			"'\udb40\udc01', '\\uDB40\\uDC01'", "'\u034f', '\\u034F'", "'\u115f', '\\u115F'", "'\u2800', '\\u2800'",
			"'\u3164', '\\u3164'", "'\ufe0f', '\\uFE0F'", "'\u00a0', '\\u00A0'" })
	void otherTextIsEscaped(String text, String escaped) {
		assertThat(EscapedText.isPlain(text)).isFalse();
		assertThat(EscapedText.of(text)).isEqualTo(escaped);
	}

	@Test
	void everyInvisibleCharacterIsEscaped() {
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			assertThat(EscapedText.isPlain(Character.toString(character))).as("U+%04X", character)
				.isEqualTo(SafeText.isSafe(character));
		}
	}

	@Test
	void longTextIsTruncated() {
		assertThat(EscapedText.of("x".repeat(80))).isEqualTo("x".repeat(80));
		assertThat(EscapedText.of("x".repeat(81))).isEqualTo("x".repeat(80) + "... (81 characters)");
		assertThat(EscapedText.of("\n".repeat(100_000))).hasSizeLessThan(80 + 30);
		assertThat(EscapedText.of("x".repeat(79) + "\ud83d\ude00")).isEqualTo("x".repeat(79) + "... (81 characters)");
		assertThat(EscapedText.of("x".repeat(75) + "\n")).isEqualTo("x".repeat(75) + "... (76 characters)");
	}

}
