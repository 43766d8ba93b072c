package io.github.mesosdiscovery.zookeeper;

import java.util.Arrays;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;

import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.client.ZooKeeperSaslClient;

/**
 * SASL of ZooKeeper's client, which the JAAS configuration of the process controls.
 */
final class SaslConfig {

	private static final String FIPS_MODE = "zookeeper.fips-mode";

	private static final String DIGEST = "org.apache.zookeeper.server.auth.DigestLoginModule";

	private SaslConfig() {
	}

	/**
	 * Allow DIGEST-MD5 if the JAAS configuration requires it: by default, the client is
	 * in FIPS mode, which forbids it. An explicit setting is kept.
	 */
	static void allowDigest(ZKClientConfig config) {
		if (config.getProperty(FIPS_MODE) == null && isDigest(config)) {
			config.setProperty(FIPS_MODE, "false");
		}
	}

	/**
	 * Return how a client uses SASL on its connection. A client whose login failed still
	 * has the login of an earlier connection.
	 */
	static Sasl of(ZooKeeper client, boolean loginFailed) {
		if (loginFailed) {
			return Sasl.LOGIN_FAILED;
		}
		ZooKeeperSaslClient sasl = client.getSaslClient();
		return (sasl != null && sasl.getLoginContext() != null) ? Sasl.IN_PROGRESS : Sasl.NONE;
	}

	/**
	 * Return why the authentication of a client failed.
	 */
	static String refusal(ZooKeeper client) {
		ZooKeeperSaslClient sasl = client.getSaslClient();
		if (sasl == null || !sasl.isFailed() || sasl.getLoginContext() == null) {
			return "the credentials were rejected";
		}
		ZKClientConfig config = client.getClientConfig();
		if (isDigest(config) && config.getBoolean(FIPS_MODE, true)) {
			return "FIPS mode forbids DIGEST-MD5, which the JAAS section requires. Set " + FIPS_MODE + " to false";
		}
		return "SASL failed. Check user and password, or key tab and principals, in the JAAS section '"
				+ sasl.getLoginContext() + "', and that the server uses SASL";
	}

	private static boolean isDigest(ZKClientConfig config) {
		String section = config.getProperty(ZKClientConfig.LOGIN_CONTEXT_NAME_KEY,
				ZKClientConfig.LOGIN_CONTEXT_NAME_KEY_DEFAULT);
		try {
			AppConfigurationEntry[] entries = Configuration.getConfiguration().getAppConfigurationEntry(section);
			return entries != null
					&& Arrays.stream(entries).anyMatch((entry) -> DIGEST.equals(entry.getLoginModuleName()));
		}
		catch (RuntimeException ex) {
			// Missing or unreadable, which the client logs itself.
			return false;
		}
	}

}
