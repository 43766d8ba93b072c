package io.github.mesosdiscovery.zookeeper;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a text that was refused fit for a message. Since it was refused, it is not known
 * where a password would stand in it: rather too much is hidden than too little.
 */
final class Redaction {

	private static final String MASK = "***";

	private static final int MAX_LENGTH = 200;

	private static final Pattern SCHEME = Pattern.compile("^(?:(?:mesos|zk|https?|file):/*){0,2}",
			Pattern.CASE_INSENSITIVE);

	/**
	 * An IPv6 address in brackets, or a colon that no port follows: what follows that may
	 * be a password without its host.
	 */
	private static final Pattern IPV6_OR_NO_PORT = Pattern.compile("\\[[0-9A-Fa-f:.]+\\]|:(?!\\d{1,5}(?:[,/\\s]|$))");

	private Redaction() {
	}

	static String of(String text) {
		int start = text.length() - SCHEME.matcher(text).replaceFirst("").length();
		String rest = text.substring(start);
		int at = rest.lastIndexOf('@');
		boolean pid = start == 0 && rest.substring(0, Math.max(at, 0)).equals("master");
		String before = text.substring(0, start) + ((at < 0) ? "" : (pid ? "master" : MASK) + "@");
		return printable(before + hideNoPort(rest.substring(at + 1)));
	}

	/**
	 * Show the path of a file, unless it looks as if user info were in it.
	 * @param path what stands after {@code file://}
	 * @return the path
	 */
	static String ofFile(String path) {
		int at = path.lastIndexOf('@');
		return printable((at >= 0 && path.lastIndexOf(':', at) >= 0) ? MASK + path.substring(at) : path);
	}

	private static String hideNoPort(String text) {
		Matcher matcher = IPV6_OR_NO_PORT.matcher(text);
		while (matcher.find()) {
			if (text.charAt(matcher.start()) == ':') {
				return text.substring(0, matcher.end()) + MASK;
			}
		}
		return text;
	}

	private static String printable(String text) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			String shown = (c >= ' ' && c <= '~') ? String.valueOf(c) : "\\u" + HexFormat.of().toHexDigits(c);
			if (result.length() + shown.length() > MAX_LENGTH) {
				return result.append("...").toString();
			}
			result.append(shown);
		}
		return result.toString();
	}

}
