package io.github.mesosdiscovery.http;

/**
 * Text that came from elsewhere, for a message: short, and in printable ASCII.
 */
final class Quoted {

	private static final int LONGEST = 200;

	private Quoted() {
	}

	static String text(String text) {
		String part = (text.length() > LONGEST) ? text.substring(0, LONGEST) + "..." : text;
		return "'" + part.replaceAll("[^\\x20-\\x7e]", "?") + "'";
	}

}
