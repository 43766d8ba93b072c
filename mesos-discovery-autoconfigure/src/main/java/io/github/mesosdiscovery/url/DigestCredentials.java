package io.github.mesosdiscovery.url;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Credentials for ZooKeeper's {@code digest} scheme. {@link #toString()} does not reveal
 * them. Internal.
 *
 * @param username the user name, not empty and without a colon
 * @param password the password, or {@code null} if a URL contains only a user name.
 * Without a password ZooKeeper authenticates another identity than with an empty one
 */
public record DigestCredentials(String username, @Nullable String password) {

	/**
	 * The name of the authentication scheme.
	 */
	public static final String SCHEME = "digest";

	/**
	 * Create new credentials.
	 * @throws InvalidMasterUrlException if the user name is empty or contains a colon
	 */
	public DigestCredentials {
		if (username.isEmpty()) {
			throw new InvalidMasterUrlException("the user name of the ZooKeeper credentials is empty",
					InvalidMasterUrlException.ZK_USER);
		}
		if (username.contains(":")) {
			throw new InvalidMasterUrlException("the user name of the ZooKeeper credentials contains a colon",
					InvalidMasterUrlException.ZK_USER);
		}
	}

	/**
	 * Return the credentials in the form that ZooKeeper's client sends.
	 * @return {@code username:password} in UTF-8, in a new array
	 */
	public byte[] authInfo() {
		return ((this.password != null) ? this.username + ":" + this.password : this.username)
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "DigestCredentials[***]";
	}

}
