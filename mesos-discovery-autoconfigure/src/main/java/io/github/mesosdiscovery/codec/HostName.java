package io.github.mesosdiscovery.codec;

/**
 * Host names of RFC 1123, with underscores, since container engines make names with them.
 * Internal: the one grammar for znodes and URLs.
 */
public final class HostName {

	private static final int MAX_LENGTH = 253;

	private static final int MAX_LABEL_LENGTH = 63;

	/**
	 * As many as the largest number of 32 bits has.
	 */
	private static final int MAX_ADDRESS_DIGITS = 10;

	private HostName() {
	}

	/**
	 * Return whether text is a host name. Anything that some resolver would take for an
	 * IPv4 address ({@code 127.1}, {@code 0x7f000001}, {@code 010.0.0.1}) is none.
	 * @param text any text
	 * @return whether it is a host name
	 */
	public static boolean isValid(String text) {
		String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
		if (name.length() > MAX_LENGTH) {
			return false;
		}
		int start = 0;
		for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
			if (!isLabel(name.substring(start, dot))) {
				return false;
			}
			start = dot + 1;
		}
		String last = name.substring(start);
		return isLabel(last) && (!isNumber(last) || isContainerId(name));
	}

	private static boolean isLabel(String label) {
		if (label.isEmpty() || label.length() > MAX_LABEL_LENGTH || label.startsWith("-") || label.endsWith("-")) {
			return false;
		}
		for (int i = 0; i < label.length(); i++) {
			if (!isAllowed(label.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAllowed(char character) {
		return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
				|| (character >= 'A' && character <= 'Z') || character == '-' || character == '_';
	}

	private static boolean isNumber(String label) {
		boolean hexadecimal = label.startsWith("0x") || label.startsWith("0X");
		return hexadecimal ? Digits.areAll(label.substring(2), 16) : Digits.areAll(label, 10);
	}

	// Docker names a container by 12 hexadecimal digits, of which one in 300 has no
	// letter. That is too many digits for an address.
	private static boolean isContainerId(String name) {
		return name.length() > MAX_ADDRESS_DIGITS && name.charAt(0) != '0' && Digits.areAll(name, 10);
	}

}
