package io.github.mesosdiscovery.sample.command;

/**
 * Indents JSON that has no white space. A library for that would take longer to load than
 * the command has to answer.
 */
final class IndentedJson {

	private static final String INDENT = "    ";

	private final StringBuilder text = new StringBuilder();

	private int depth;

	private IndentedJson() {
	}

	static String of(String json) {
		IndentedJson indented = new IndentedJson();
		boolean inString = false;
		for (int i = 0; i < json.length(); i++) {
			char character = json.charAt(i);
			if (inString) {
				indented.text.append(character);
				if (character == '\\') {
					indented.text.append(json.charAt(++i));
				}
			}
			else {
				indented.token(character);
			}
			inString ^= character == '"';
		}
		return indented.text.toString();
	}

	private void token(char token) {
		switch (token) {
			case '{', '[' -> {
				this.text.append(token);
				this.depth++;
				line();
			}
			case '}', ']' -> {
				this.depth--;
				close(token);
			}
			case ',' -> {
				this.text.append(token);
				line();
			}
			case ':' -> this.text.append(": ");
			default -> this.text.append(token);
		}
	}

	private void close(char bracket) {
		int content = this.text.toString().stripTrailing().length();
		if ("{[".indexOf(this.text.charAt(content - 1)) >= 0) {
			this.text.setLength(content);
		}
		else {
			line();
		}
		this.text.append(bracket);
	}

	private void line() {
		this.text.append('\n').append(INDENT.repeat(this.depth));
	}

}
