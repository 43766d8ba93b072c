package io.github.mesosdiscovery.codec;

/**
 * Numbers of ASCII digits and nothing else. {@code Integer.parseInt} takes signs and the
 * digits of every script.
 */
final class Digits {

	private static final int ASCII_END = 0x80;

	private Digits() {
	}

	/**
	 * Return the number that text stands for.
	 * @param text the text
	 * @param maxLength how many digits there may be, so few that an integer holds them
	 * @param radix the radix
	 * @return the number, or -1 if text is none
	 */
	static int parse(String text, int maxLength, int radix) {
		if (text.isEmpty() || text.length() > maxLength || !areAll(text, radix)) {
			return -1;
		}
		return Integer.parseInt(text, radix);
	}

	/**
	 * Return whether text has no other characters than digits.
	 */
	static boolean areAll(String text, int radix) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= ASCII_END || Character.digit(text.charAt(i), radix) < 0) {
				return false;
			}
		}
		return true;
	}

}
