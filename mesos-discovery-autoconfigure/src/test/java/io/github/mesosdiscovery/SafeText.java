package io.github.mesosdiscovery;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a text must be to stand in a log line, the endpoint or a message. Written apart
 * from the library, which has a notion of its own of it to be tested.
 */
public final class SafeText {

	/** The maximum length of what is said about one znode. */
	private static final int MAX_LENGTH = 1000;

	/**
	 * {@code Default_Ignorable_Code_Point} as Unicode 17 lists it, which Java does not
	 * know as a property, and what looks like a space: separators, the braille pattern
	 * without dots, the Egyptian blanks, the Khitan filler and the null notehead.
	 */
	private static final Pattern INVISIBLE = Pattern.compile("[\\x{AD}\\x{34F}\\x{61C}\\x{115F}-\\x{1160}"
			+ "\\x{17B4}-\\x{17B5}\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{206F}"
			+ "\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{1BCA0}-\\x{1BCA3}"
			+ "\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}"
			+ "\\p{Z}\\x{2800}\\x{13441}\\x{13442}\\x{16FE4}\\x{1D159}]");

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
		if (character < 0x7F) {
			return character >= ' ';
		}
		int type = Character.getType(character);
		return character >= 0xA0 && !(character >= 0xD800 && character < 0xE000) && type != Character.FORMAT
				&& type != Character.PRIVATE_USE && type != Character.UNASSIGNED
				&& !INVISIBLE.matcher(Character.toString(character)).matches();
	}

}
