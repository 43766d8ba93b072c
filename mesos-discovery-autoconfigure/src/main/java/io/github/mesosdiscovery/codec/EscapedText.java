package io.github.mesosdiscovery.codec;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Escapes text from ZooKeeper for log lines and messages. Names and data of znodes can
 * contain line breaks, terminal sequences and bidirectional controls. Internal.
 */
public final class EscapedText {

	private static final int MAX_LENGTH = 80;

	/**
	 * No controls, unassigned characters and separators other than a space, and none of
	 * the letters, marks and symbols that are default ignorable in Unicode or have an
	 * empty glyph.
	 */
	private static final Pattern PLAIN = Pattern
		.compile("[ -~[^\\p{C}\\p{Z}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}"
				+ "\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{13441}\\x{13442}\\x{16FE4}\\x{1D159}\\x{E0000}-\\x{E0FFF}]]*+");

	private EscapedText() {
	}

	/**
	 * Return the text on one line, with invisible characters as <code>&#92;u</code> and
	 * four hexadecimal digits. It is truncated after 80 characters.
	 */
	public static String of(String text) {
		return of(text, MAX_LENGTH);
	}

	static String of(String text, int maxLength) {
		if (text.length() <= maxLength && isPlain(text)) {
			return text;
		}
		StringBuilder escaped = new StringBuilder();
		int next;
		for (int i = 0; i < text.length(); i = next) {
			next = text.offsetByCodePoints(i, 1);
			String character = text.substring(i, next);
			String shown = isPlain(character) ? character : escape(character);
			if (escaped.length() + shown.length() > maxLength) {
				return escaped.append("... (").append(text.length()).append(" characters)").toString();
			}
			escaped.append(shown);
		}
		return escaped.toString();
	}

	private static String escape(String character) {
		return character.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
	}

	/**
	 * Return whether every character is visible or a space.
	 */
	public static boolean isPlain(String text) {
		return PLAIN.matcher(text).matches();
	}

	/**
	 * Return whether a code point is visible or a space.
	 */
	public static boolean isPlain(int character) {
		return isPlain(Character.toString(character));
	}

}
