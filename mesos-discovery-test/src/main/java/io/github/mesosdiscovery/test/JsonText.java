package io.github.mesosdiscovery.test;

/**
 * JSON strings as RapidJSON writes them for Mesos: a slash and all beyond ASCII stay as
 * they are.
 */
final class JsonText {

	private static final String SHORT_ESCAPES = "\"\\\b\f\n\r\t";

	private static final String SHORT_NAMES = "\"\\bfnrt";

	private JsonText() {
	}

	static void append(StringBuilder json, String text) {
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			int known = SHORT_ESCAPES.indexOf(character);
			if (known >= 0) {
				json.append('\\').append(SHORT_NAMES.charAt(known));
			}
			else if (character < ' ') {
				json.append(String.format("\\u%04X", (int) character));
			}
			else {
				json.append(character);
			}
		}
		json.append('"');
	}

}
