package io.github.mesosdiscovery.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.codec.EscapedText;
import org.apache.zookeeper.common.PathUtils;
import org.jspecify.annotations.Nullable;

/**
 * The path in a ZooKeeper ensemble under which masters register. {@link #toString()} does
 * not reveal the credentials. Internal.
 *
 * @param servers the connect string of ZooKeeper's client: every server with a port, and
 * IPv6 in brackets, for example {@code zk1:2181,zk2:2181}
 * @param path the path, never {@code /} and without a trailing slash
 * @param credentials the digest credentials, or {@code null} for none
 */
public record ZooKeeperUrl(String servers, String path, @Nullable DigestCredentials credentials) implements MasterUrl {

	static final int DEFAULT_PORT = 2181;

	private static final int MASTER_PORT = 5050;

	@Override
	public Optional<String> hint() {
		if (Arrays.stream(this.servers.split(",")).anyMatch((server) -> server.endsWith(":" + MASTER_PORT))) {
			return Optional.of("Port " + MASTER_PORT + " in the ZooKeeper URL is the port of a Mesos master; "
					+ "ZooKeeper usually listens on " + DEFAULT_PORT);
		}
		if (this.path.contains(",")) {
			return Optional.of("The path in the ZooKeeper URL contains a comma; all servers precede the path, "
					+ "for example " + InvalidMasterUrlException.ZK_SERVERS);
		}
		if (this.credentials != null
				&& (this.credentials.password() == null || this.credentials.password().isEmpty())) {
			return Optional.of("The credentials in the ZooKeeper URL have no password; they are written as "
					+ "user:password, for example " + InvalidMasterUrlException.ZK_USER);
		}
		return Optional.empty();
	}

	@Override
	public String toString() {
		return ZOOKEEPER_SCHEME + ((this.credentials != null) ? "***@" : "") + this.servers + this.path;
	}

	/**
	 * Parse a ZooKeeper URL.
	 * @param text the URL after {@code zk://}
	 * @return the URL
	 * @throws InvalidMasterUrlException if credentials, a server or the path is not valid
	 */
	static ZooKeeperUrl parse(String text) {
		int slash = text.indexOf('/');
		String authority = (slash >= 0) ? text.substring(0, slash) : text;
		int at = authority.lastIndexOf('@');
		DigestCredentials credentials = (at >= 0) ? parseCredentials(authority.substring(0, at)) : null;
		try {
			String path = parsePath((slash >= 0) ? text.substring(slash) : "/");
			return new ZooKeeperUrl(parseServers(authority.substring(at + 1)), path, credentials);
		}
		catch (InvalidMasterUrlException ex) {
			if (credentials == null || (credentials.password() != null && !credentials.username().contains("@"))) {
				throw ex;
			}
			throw new InvalidMasterUrlException(
					ex.reason() + "; credentials are written as user:password, not as user@password",
					InvalidMasterUrlException.ZK_USER);
		}
	}

	private static DigestCredentials parseCredentials(String userInfo) {
		if (containsServer(userInfo)) {
			throw new InvalidMasterUrlException("credentials are given once, before the first server, "
					+ "and as user:password, not as user@password", InvalidMasterUrlException.ZK_USER);
		}
		int colon = userInfo.indexOf(':');
		return (colon < 0) ? new DigestCredentials(userInfo, null)
				: new DigestCredentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
	}

	/**
	 * A password can contain {@code @} and commas, but is unlikely to look like
	 * {@code password@server,user:password}.
	 */
	private static boolean containsServer(String userInfo) {
		int colon = userInfo.indexOf(':');
		if (userInfo.substring(0, (colon < 0) ? userInfo.length() : colon).contains(",")) {
			return true;
		}
		int at = userInfo.indexOf('@');
		int comma = userInfo.indexOf(',', at);
		if (at < 0 || comma < 0) {
			return false;
		}
		String first = userInfo.substring(0, at);
		String further = userInfo.substring(comma + 1);
		return further.strip().startsWith(first)
				|| (isServer(userInfo.substring(at + 1, comma)) && (further.contains(":") || !first.contains(":")));
	}

	private static boolean isServer(String text) {
		try {
			HostPort.parse(text.strip(), DEFAULT_PORT);
			return true;
		}
		catch (HostPort.Invalid ex) {
			return false;
		}
	}

	// Messages tell servers by their position: the text could be part of a password.
	private static String parseServers(String text) {
		if (text.contains(";")) {
			throw invalidServers("ZooKeeper servers are separated by commas, not by semicolons");
		}
		List<String> servers = new ArrayList<>();
		String[] listed = text.split(",");
		for (int i = 0; i < listed.length; i++) {
			// ZooKeeper's C client, which Mesos uses, skips empty entries as well.
			if (!listed[i].isBlank()) {
				servers.add(parseServer(listed[i].strip(), "ZooKeeper server " + (i + 1)));
			}
		}
		if (servers.isEmpty()) {
			throw invalidServers("no ZooKeeper server is given");
		}
		return String.join(",", servers);
	}

	private static String parseServer(String server, String name) {
		if (server.chars().anyMatch(Character::isWhitespace)) {
			throw invalidServers(name + " contains white space; servers are separated by commas");
		}
		try {
			return HostPort.parse(server, DEFAULT_PORT).toString();
		}
		catch (HostPort.Invalid ex) {
			throw invalidServers(name + " " + ex.getMessage());
		}
	}

	private static InvalidMasterUrlException invalidServers(String reason) {
		return new InvalidMasterUrlException(reason, InvalidMasterUrlException.ZK_SERVERS);
	}

	private static String parsePath(String text) {
		if (text.contains("@")) {
			throw new InvalidMasterUrlException("a slash precedes the last @, but the path starts at the first slash; "
					+ "set a user name or password that contains a slash with mesos.discovery.zk.username and "
					+ "mesos.discovery.zk.password", InvalidMasterUrlException.ZK);
		}
		if (text.contains(ZOOKEEPER_SCHEME)) {
			throw invalidServers("zk:// and the path are given once for all servers");
		}
		// Like Mesos, ignore one trailing slash.
		String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
		if (path.isEmpty() || path.equals("/")) {
			throw new InvalidMasterUrlException("the path of the masters is missing ('/' is not supported)",
					InvalidMasterUrlException.ZK);
		}
		try {
			PathUtils.validatePath(path);
		}
		catch (IllegalArgumentException ex) {
			// ZooKeeper's message repeats the path in quotes. Only the end is safe.
			String message = String.valueOf(ex.getMessage());
			String why = message.substring(message.lastIndexOf('"') + 1).replace(" caused by ", "");
			throw new InvalidMasterUrlException("ZooKeeper does not allow the path (" + why + ")",
					InvalidMasterUrlException.ZK);
		}
		// Some characters that ZooKeeper allows could forge a log line.
		CommonMistakes.checkCharacters(path, (character) -> !EscapedText.isPlain(character));
		return path;
	}

}
