package io.github.mesosdiscovery.zookeeper;

import java.util.Arrays;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;

import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.client.ZooKeeperSaslClient;

/**
 * What ZooKeeper's client does about SASL, which it takes from the JAAS configuration of
 * the process.
 */
final class SaslConfig {

	private static final String FIPS_MODE = "zookeeper.fips-mode";

	private static final String DIGEST = "org.apache.zookeeper.server.auth.DigestLoginModule";

	private SaslConfig() {
	}

	/**
	 * Let a client use DIGEST-MD5 when the JAAS configuration says so and nobody has
	 * decided otherwise: by default the client is in FIPS mode, which forbids it.
	 */
	static void allowDigest(ZKClientConfig config) {
		if (config.getProperty(FIPS_MODE) == null && isDigest(config)) {
			config.setProperty(FIPS_MODE, "false");
		}
	}

	/**
	 * Tell what a client does on the connection that it has now.
	 * @param client the client
	 * @param loginFailed whether it could not log in for this connection; it still has
	 * the login of an earlier one then
	 */
	static Sasl of(ZooKeeper client, boolean loginFailed) {
		if (loginFailed) {
			return Sasl.LOGIN_FAILED;
		}
		ZooKeeperSaslClient sasl = client.getSaslClient();
		return (sasl != null && sasl.getLoginContext() != null) ? Sasl.IN_PROGRESS : Sasl.NONE;
	}

	/** Tell how a handle died that was refused. */
	static String refusal(ZooKeeper client) {
		ZooKeeperSaslClient sasl = client.getSaslClient();
		if (sasl == null || !sasl.isFailed() || sasl.getLoginContext() == null) {
			return "the credentials were rejected";
		}
		ZKClientConfig config = client.getClientConfig();
		if (isDigest(config) && config.getBoolean(FIPS_MODE, true)) {
			return "FIPS mode forbids DIGEST-MD5, which the JAAS section asks for. Set " + FIPS_MODE + " to false";
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
			// There is none, or it cannot be read: the client says so itself.
			return false;
		}
	}

}
