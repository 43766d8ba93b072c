package io.github.mesosdiscovery.test;

/**
 * Writes JSON without white space. Strings are escaped like by RapidJSON in Mesos, which
 * escapes neither slashes nor characters beyond ASCII.
 */
final class JsonWriter {

	private static final String SHORT_ESCAPES = "\"\\\b\f\n\r\t";

	private static final String SHORT_NAMES = "\"\\bfnrt";

	private static final String HEX = "0123456789ABCDEF";

	private final StringBuilder json = new StringBuilder(512);

	private boolean first = true;

	JsonWriter begin(char bracket) {
		separate();
		this.json.append(bracket);
		this.first = true;
		return this;
	}

	JsonWriter end(char bracket) {
		this.json.append(bracket);
		this.first = false;
		return this;
	}

	JsonWriter name(String name) {
		string(name);
		this.json.append(':');
		this.first = true;
		return this;
	}

	JsonWriter number(long number) {
		separate();
		this.json.append(number);
		return this;
	}

	JsonWriter string(String text) {
		separate();
		this.json.append('"');
		for (int i = 0; i < text.length(); i++) {
			character(text.charAt(i));
		}
		this.json.append('"');
		return this;
	}

	private void separate() {
		if (!this.first) {
			this.json.append(',');
		}
		this.first = false;
	}

	private void character(char character) {
		int known = SHORT_ESCAPES.indexOf(character);
		if (known >= 0) {
			this.json.append('\\').append(SHORT_NAMES.charAt(known));
		}
		else if (character < ' ') {
			this.json.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
		}
		else {
			this.json.append(character);
		}
	}

	@Override
	public String toString() {
		return this.json.toString();
	}

}
