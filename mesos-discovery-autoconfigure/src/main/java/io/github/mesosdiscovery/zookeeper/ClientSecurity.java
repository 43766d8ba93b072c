package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * How a client and ZooKeeper are to trust each other.
 *
 * @param tls supplies the stores of TLS connections, or is {@code null} for what
 * ZooKeeper's own system properties say
 * @param plaintext whether to connect without TLS, whatever those system properties say
 * @param saslRequired whether nothing is to be read without a SASL login
 */
record ClientSecurity(@Nullable Supplier<TlsStores> tls, boolean plaintext, boolean saslRequired) {

	private static final String HOST_NAME_VERIFICATION = "zookeeper.ssl.hostnameVerification";

	static final ClientSecurity NONE = new ClientSecurity(null, false, false);

	/**
	 * Override the system properties that contradict an explicit setting: they may be
	 * meant for another ensemble.
	 */
	void applyTo(ZKClientConfig config) {
		if (this.plaintext) {
			config.setProperty(ZKClientConfig.SECURE_CLIENT, "false");
		}
		if (this.saslRequired) {
			config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "true");
		}
	}

	/**
	 * Return whether the client connects with TLS. Not by a {@link ZKClientConfig}, which
	 * would load Netty on the thread that starts the locator.
	 */
	boolean encrypts() {
		return this.tls != null || (!this.plaintext && Boolean.getBoolean(ZKClientConfig.SECURE_CLIENT));
	}

	/**
	 * Return what makes the connection less safe than it may seem.
	 * @param url where it leads
	 * @return sentences to be logged as warnings
	 */
	List<String> hints(ZooKeeperUrl url) {
		boolean encrypted = encrypts();
		String verification = System.getProperty(HOST_NAME_VERIFICATION);
		List<String> hints = new ArrayList<>();
		if (url.credentials() != null && !encrypted) {
			hints.add("The credentials for " + url + " go over the network in clear text. Connect with TLS if you can,"
					+ " and give the user no right but to read");
		}
		if (encrypted && verification != null && !Boolean.parseBoolean(verification.strip())) {
			hints.add("The names of the ZooKeeper servers of " + url + " are not verified, as the system property "
					+ HOST_NAME_VERIFICATION + " says: whoever has any certificate that is trusted can pose"
					+ " as one of them");
		}
		return hints;
	}

}
