package io.github.mesosdiscovery.codec;

import java.util.stream.Collectors;

/**
 * Text from ZooKeeper made fit for a log line or a message. Names and data of znodes come
 * from whoever may write there, so they can hold line breaks, terminal commands and marks
 * that turn the direction of writing.
 */
public final class EscapedText {

	private static final int MAX_LENGTH = 80;

	private EscapedText() {
	}

	/**
	 * Return text that shows on one line as what it is: every character that has no
	 * picture of its own as <code>&#92;u</code> and four hexadecimal digits, and cut off
	 * where that takes more than 80 characters.
	 * @param text any text
	 * @return the escaped text
	 */
	public static String of(String text) {
		return of(text, MAX_LENGTH);
	}

	static String of(String text, int maxLength) {
		StringBuilder escaped = new StringBuilder(Math.min(text.length(), maxLength));
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			int next = i + Character.charCount(character);
			String shown = text.substring(i, next);
			shown = isPlain(character) ? shown : escape(shown);
			if (escaped.length() + shown.length() > maxLength) {
				return escaped.append("... (").append(text.length()).append(" characters)").toString();
			}
			escaped.append(shown);
			i = next;
		}
		return escaped.toString();
	}

	private static String escape(String units) {
		return units.chars().mapToObj((unit) -> String.format("\\u%04X", unit)).collect(Collectors.joining());
	}

	/**
	 * Return whether text needs no escaping, whatever its length.
	 * @param text any text
	 * @return {@code true} if every character has a picture of its own or is a space
	 */
	public static boolean isPlain(String text) {
		return text.codePoints().allMatch(EscapedText::isPlain);
	}

	/**
	 * Return whether a character needs no escaping.
	 * @param character the code point
	 * @return {@code true} if it has a picture of its own or is a space
	 */
	public static boolean isPlain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> character == ' ';
			case Character.NON_SPACING_MARK, Character.OTHER_LETTER, Character.OTHER_SYMBOL -> !isBlank(character);
			default -> true;
		};
	}

	/**
	 * Return whether a mark, letter or symbol is invisible: those that Unicode calls
	 * default ignorable, and those with an empty glyph.
	 */
	private static boolean isBlank(int character) {
		return switch (character) {
			case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0,
					0x13441, 0x13442, 0x16FE4, 0x1D159 ->
				true;
			default -> (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0000 && character <= 0xE0FFF);
		};
	}

}
