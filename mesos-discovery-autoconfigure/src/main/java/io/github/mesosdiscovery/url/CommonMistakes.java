package io.github.mesosdiscovery.url;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.codec.EscapedText;

import static io.github.mesosdiscovery.url.InvalidMasterUrlException.FIXED;
import static io.github.mesosdiscovery.url.InvalidMasterUrlException.ZK;
import static io.github.mesosdiscovery.url.InvalidMasterUrlException.ZK_SERVERS;

/**
 * What users of Mesos write where a master URL is expected, each with an answer of its
 * own. The first that matches answers.
 */
final class CommonMistakes {

	private static final List<Mistake> MISTAKES = List.of(new Mistake(String::isEmpty, "the value is empty", ZK),
			new Mistake(anyCase("zk://"), "zk:// is written in lower case", ZK),
			new Mistake(anyCase("zk:/"), "zk: is followed by two slashes", ZK),
			new Mistake(anyCase("mesos://"), "mesos:// is a form of Spark, Mesos itself does not take it", ZK),
			new Mistake(anyCase("http://", "https://"),
					"this is a URL of a master's HTTP API; give the ZooKeeper servers or the master's host:port", ZK),
			new Mistake(anyCase("file:"), "a file is given by file:// and its path", "file:///etc/mesos/zk"),
			new Mistake((text) -> text.contains("://"), "the scheme is not known", ZK),
			new Mistake((text) -> text.startsWith("/"), "a path alone is not enough; a file is given by file://",
					"file:///etc/mesos/zk"),
			new Mistake((text) -> text.contains(",") || text.contains(";"),
					"a list of ZooKeeper servers needs zk:// before it and a path after it", ZK_SERVERS),
			new Mistake((text) -> text.contains("/"), "zk:// is missing before the ZooKeeper servers", ZK),
			new Mistake((text) -> !text.matches("(?:master@)?[^@]*"),
					"only master@ can stand before the host of a fixed master", FIXED));

	private static final Pattern COMMENT = Pattern.compile("\\s#");

	private CommonMistakes() {
	}

	/**
	 * Refuse what comes along when a value is copied or quoted, and what was meant as a
	 * comment. A password can have all of that.
	 */
	static void checkCharacters(String text) {
		String open = text.substring(text.lastIndexOf('@') + 1);
		checkCharacters(text.isEmpty() ? "" : Character.toString(text.codePointAt(0)), CommonMistakes::isStray);
		checkCharacters(open, CommonMistakes::isStray);
		if (COMMENT.matcher(open).find()) {
			throw new InvalidMasterUrlException(
					"a # follows white space; a comment after a value is part of the value, so put it on its own line",
					ZK);
		}
	}

	static void checkCharacters(String text, IntPredicate unwanted) {
		text.codePoints().filter(unwanted).findFirst().ifPresent((character) -> {
			String name = Character.getName(character);
			throw new InvalidMasterUrlException("there is a character that does not belong there: "
					+ ((name != null) ? name + " " : "") + "(U+%04X)".formatted(character), ZK);
		});
	}

	private static boolean isStray(int character) {
		return switch (Character.getType(character)) {
			case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
			default -> "\"'`\u201e\u201a".indexOf(character) >= 0 || (!Character.isWhitespace(character)
					&& (Character.isSpaceChar(character) || !EscapedText.isPlain(character)));
		};
	}

	static void check(String text) {
		for (Mistake mistake : MISTAKES) {
			if (mistake.test().test(text)) {
				throw new InvalidMasterUrlException(mistake.reason(), mistake.example());
			}
		}
	}

	private static Predicate<String> anyCase(String... prefixes) {
		List<String> all = List.of(prefixes);
		return (text) -> all.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith);
	}

	private record Mistake(Predicate<String> test, String reason, String example) {
	}

}
