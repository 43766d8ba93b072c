package io.github.mesosdiscovery.url;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of ZooKeeper's {@code digest} scheme. Their text never shows them.
 * Internal.
 *
 * @param username the name of the user, not empty and without a colon
 * @param password the password, or {@code null} when a URL gives only a user; ZooKeeper
 * takes that for another identity than an empty password, and Mesos sends it as it stands
 */
public record DigestCredentials(String username, @Nullable String password) {

	/**
	 * The name of ZooKeeper's authentication scheme.
	 */
	public static final String SCHEME = "digest";

	/**
	 * Create new credentials.
	 * @throws InvalidMasterUrlException if the user name is empty or contains a colon
	 */
	public DigestCredentials {
		if (username.isEmpty()) {
			throw new InvalidMasterUrlException("the user name of the ZooKeeper credentials is empty",
					ZooKeeperUrl.WITH_USER);
		}
		if (username.indexOf(':') >= 0) {
			throw new InvalidMasterUrlException("the user name of the ZooKeeper credentials contains a colon",
					ZooKeeperUrl.WITH_USER);
		}
	}

	/**
	 * Return the credentials as ZooKeeper takes them for the scheme {@value #SCHEME}.
	 * @return {@code username:password} in UTF-8, a new array each time
	 */
	public byte[] authInfo() {
		return ((this.password != null) ? this.username + ":" + this.password : this.username)
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "DigestCredentials[***]";
	}

	/**
	 * Parse what stands before the servers of a URL.
	 * @throws InvalidMasterUrlException if the user name is empty, or if servers with
	 * credentials of their own are in it
	 */
	static DigestCredentials parse(String userInfo) {
		if (hasServer(userInfo)) {
			throw new InvalidMasterUrlException("credentials are given once, before the first server, "
					+ "and as user:password, not as user@password", ZooKeeperUrl.WITH_USER);
		}
		int colon = userInfo.indexOf(':');
		return (colon < 0) ? new DigestCredentials(userInfo, null)
				: new DigestCredentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
	}

	/**
	 * Return whether it goes on after a server. A password can have {@code @} and commas
	 * in it, but hardly so that it looks like {@code password@server,user:password}.
	 */
	private static boolean hasServer(String userInfo) {
		int colon = userInfo.indexOf(':');
		if (userInfo.substring(0, (colon < 0) ? userInfo.length() : colon).indexOf(',') >= 0) {
			return true;
		}
		int at = userInfo.indexOf('@');
		int comma = userInfo.indexOf(',', at);
		if (at < 0 || comma < 0) {
			return false;
		}
		String first = userInfo.substring(0, at);
		String further = userInfo.substring(comma + 1);
		return further.strip().startsWith(first) || (ConnectString.isServer(userInfo.substring(at + 1, comma))
				&& (further.indexOf(':') >= 0 || first.indexOf(':') < 0));
	}

}
