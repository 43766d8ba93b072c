package io.github.mesosdiscovery;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a text must be to stand in a log line, the endpoint or a message. Written apart
 * from the library, which has a notion of its own of it to be tested.
 */
public final class SafeText {

	/** Of all that is told of one znode. */
	private static final int MAX_LENGTH = 1000;

	private SafeText() {
	}

	/**
	 * Check that a text is short and shows as what it is.
	 * @param text the text, or {@code null} for none
	 */
	public static void check(@Nullable Object text) {
		String checked = Objects.toString(text, "");
		if (checked.length() > MAX_LENGTH) {
			throw new AssertionError("A text of " + checked.length() + " characters");
		}
		checkCharacters(checked);
	}

	/**
	 * Check that a text of any length shows as what it is: no control characters, nothing
	 * that turns the direction of writing, nothing invisible, no half characters.
	 * @param text the text
	 */
	public static void checkCharacters(String text) {
		text.codePoints().filter((character) -> !isSafe(character)).findFirst().ifPresent((character) -> {
			throw new AssertionError("U+" + Integer.toHexString(character) + " in a text");
		});
	}

	/**
	 * Return whether a character is safe.
	 * @param character the code point
	 * @return whether it has a picture of its own, or is a space
	 */
	public static boolean isSafe(int character) {
		int type = Character.getType(character);
		return character >= ' ' && character != 0x7F && !(character >= 0x80 && character < 0xA0)
				&& !(character >= 0xD800 && character < 0xE000) && type != Character.FORMAT
				&& type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
				&& type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
	}

}
