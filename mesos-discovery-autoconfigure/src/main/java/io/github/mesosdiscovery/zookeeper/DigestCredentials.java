package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of ZooKeeper's {@code digest} scheme. Their text never shows them.
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
	 * @throws InvalidMechanismException if the user name is empty or contains a colon
	 */
	public DigestCredentials {
		if (username.isEmpty()) {
			throw new InvalidMechanismException("the user name of the ZooKeeper credentials is empty",
					ZooKeeperUrl.WITH_USER);
		}
		if (username.indexOf(':') >= 0) {
			throw new InvalidMechanismException("the user name of the ZooKeeper credentials contains a colon",
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

	static DigestCredentials parse(String userInfo) {
		int colon = userInfo.indexOf(':');
		return (colon < 0) ? new DigestCredentials(userInfo, null)
				: new DigestCredentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
	}

}
