package io.github.mesosdiscovery.url;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.codec.EscapedText;

import static io.github.mesosdiscovery.url.InvalidMasterUrlException.FILE;
import static io.github.mesosdiscovery.url.InvalidMasterUrlException.FIXED;
import static io.github.mesosdiscovery.url.InvalidMasterUrlException.ZK;
import static io.github.mesosdiscovery.url.InvalidMasterUrlException.ZK_SERVERS;

/**
 * Refuses what users often write in place of a master URL, each with its own explanation.
 */
final class CommonMistakes {

	private static final Pattern COMMENT = Pattern.compile("\\s#");

	private CommonMistakes() {
	}

	static void check(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		refuse(text.isEmpty(), "the value is empty", ZK);
		refuse(lower.startsWith(MasterUrl.ZOOKEEPER_SCHEME), "zk:// must be in lower case", ZK);
		refuse(lower.startsWith("zk:/"), "zk: must be followed by two slashes", ZK);
		refuse(lower.startsWith("mesos://"), "mesos:// is a Spark URL, which Mesos itself does not accept", ZK);
		refuse(lower.startsWith("http://") || lower.startsWith("https://"),
				"this is a URL of a master's HTTP API; use the ZooKeeper servers or the master's host:port instead",
				ZK);
		refuse(lower.startsWith("file:"), "a file is written as file:// and its path", FILE);
		refuse(text.contains("://"), "the scheme is unknown", ZK);
		refuse(text.startsWith("/"), "a path alone is not enough; a file is written as file:// and its path", FILE);
		refuse(text.contains(",") || text.contains(";"),
				"a list of ZooKeeper servers needs zk:// before it and a path after it", ZK_SERVERS);
		refuse(text.contains("/"), "zk:// is missing before the ZooKeeper servers", ZK);
		refuse(!text.matches("(?:master@)?[^@]*"), "only master@ can precede the host of a fixed master", FIXED);
	}

	/**
	 * Refuse quotation marks, invisible characters and comments, except in credentials: a
	 * password can contain any of them.
	 */
	static void checkCharacters(String text) {
		String withoutCredentials = text.substring(text.lastIndexOf('@') + 1);
		checkCharacters(text.isEmpty() ? "" : Character.toString(text.codePointAt(0)), CommonMistakes::isStray);
		checkCharacters(withoutCredentials, CommonMistakes::isStray);
		refuse(COMMENT.matcher(withoutCredentials).find(),
				"a # follows white space; it does not start a comment here, so move the comment to its own line", ZK);
	}

	static void checkCharacters(String text, IntPredicate unwanted) {
		text.codePoints().filter(unwanted).findFirst().ifPresent((character) -> {
			String name = Character.getName(character);
			throw new InvalidMasterUrlException("it contains a character that is not allowed: "
					+ ((name != null) ? name + " " : "") + "(U+%04X)".formatted(character), ZK);
		});
	}

	private static boolean isStray(int character) {
		int type = Character.getType(character);
		return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION
				|| "\"'`\u201e\u201a".indexOf(character) >= 0
				|| (!Character.isWhitespace(character) && !EscapedText.isPlain(character));
	}

	private static void refuse(boolean mistaken, String reason, String example) {
		if (mistaken) {
			throw new InvalidMasterUrlException(reason, example);
		}
	}

}
