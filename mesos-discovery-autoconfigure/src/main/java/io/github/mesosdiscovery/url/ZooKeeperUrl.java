package io.github.mesosdiscovery.url;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The path of a ZooKeeper ensemble under which masters register. It is immutable, and its
 * text never shows the credentials. Internal.
 *
 * @param servers the servers as a ZooKeeper client takes them, each with a port and IPv6
 * in brackets, as {@code zk1:2181,zk2:2181}
 * @param path the path, never {@code /} and without a slash at its end
 * @param credentials the digest credentials, or {@code null} for none
 */
public record ZooKeeperUrl(String servers, String path, @Nullable DigestCredentials credentials) implements MasterUrl {

	static final String SCHEME = "zk://";

	static final String WITH_USER = "zk://user:password@zk1:2181,zk2:2181/mesos";

	private static final int MASTER_PORT = 5050;

	/**
	 * Create a new URL. The default port is added to servers that have none, and one
	 * slash at the end of the path is dropped, as Mesos does.
	 * @throws InvalidMasterUrlException if a server or the path is not valid
	 */
	public ZooKeeperUrl {
		path = ZNodePath.normalize(path);
		servers = ConnectString.normalize(servers);
	}

	@Override
	public Optional<String> hint() {
		if (Arrays.stream(this.servers.split(",")).anyMatch((server) -> server.endsWith(":" + MASTER_PORT))) {
			return Optional.of("Port " + MASTER_PORT + " in the ZooKeeper URL is the port of a Mesos master; "
					+ "ZooKeeper usually listens on " + ConnectString.DEFAULT_PORT);
		}
		if (this.path.indexOf(',') >= 0) {
			return Optional.of("The path in the ZooKeeper URL contains a comma; all servers stand before the path, "
					+ "for example " + InvalidMasterUrlException.ZK_SERVERS);
		}
		if (this.credentials != null
				&& (this.credentials.password() == null || this.credentials.password().isEmpty())) {
			return Optional.of("The credentials in the ZooKeeper URL have no password; they are written as "
					+ "user:password, for example " + WITH_USER);
		}
		return Optional.empty();
	}

	@Override
	public String toString() {
		return SCHEME + ((this.credentials != null) ? "***@" : "") + this.servers + this.path;
	}

	static ZooKeeperUrl parse(String text) {
		int slash = text.indexOf('/');
		String authority = (slash >= 0) ? text.substring(0, slash) : text;
		String path = (slash >= 0) ? text.substring(slash) : "/";
		int at = authority.lastIndexOf('@');
		DigestCredentials credentials = (at >= 0) ? DigestCredentials.parse(authority.substring(0, at)) : null;
		try {
			return new ZooKeeperUrl(authority.substring(at + 1), path, credentials);
		}
		catch (InvalidMasterUrlException ex) {
			if (credentials == null || (credentials.password() != null && credentials.username().indexOf('@') < 0)) {
				throw ex;
			}
			throw new InvalidMasterUrlException(
					ex.reason() + "; credentials are written as user:password, not as user@password", WITH_USER);
		}
	}

}
