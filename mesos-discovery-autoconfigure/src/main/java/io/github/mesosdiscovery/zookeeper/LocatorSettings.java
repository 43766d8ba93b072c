package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.url.MasterUrl;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.election.DetectorSettings;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a locator, which {@link ZooKeeperMasterLocator.Builder} describes.
 * Without {@code tls} and {@code plaintext}, ZooKeeper's system properties decide.
 */
record LocatorSettings(String cluster, String name, MasterUrl masterUrl, Duration sessionTimeout,
		Duration resyncInterval, Set<String> labels, MesosMasterDecoder decoder, @Nullable Supplier<TlsStores> tls,
		boolean plaintext, boolean saslRequired, Consumer<ZKClientConfig> clientConfig) {

	private static final String HOST_NAME_VERIFICATION = "zookeeper.ssl.hostnameVerification";

	DetectorSettings detector(ZooKeeperUrl url) {
		return new DetectorSettings(url.servers(), url.path(), this.sessionTimeout.toNanos(),
				this.resyncInterval.toNanos(), this.saslRequired, isEncrypted());
	}

	/**
	 * Apply explicit settings over system properties, which may be meant for another
	 * ensemble, and customize the result.
	 */
	void applyTo(ZKClientConfig config) {
		if (this.plaintext) {
			config.setProperty(ZKClientConfig.SECURE_CLIENT, "false");
		}
		if (this.saslRequired) {
			config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "true");
		}
		this.clientConfig.accept(config);
	}

	/**
	 * A {@link ZKClientConfig} would load Netty on the thread that starts the locator.
	 */
	private boolean isEncrypted() {
		return this.tls != null || (!this.plaintext && Boolean.getBoolean(ZKClientConfig.SECURE_CLIENT));
	}

	/**
	 * Return warnings about what may be a mistake or is less secure than it may seem.
	 */
	List<String> hints() {
		List<String> hints = new ArrayList<>(this.masterUrl.hint().stream().toList());
		if (this.masterUrl instanceof ZooKeeperUrl url) {
			boolean encrypted = isEncrypted();
			String verification = System.getProperty(HOST_NAME_VERIFICATION);
			if (url.credentials() != null && !encrypted) {
				hints.add("The credentials for " + url + " are sent in clear text. Use TLS if possible, and grant the"
						+ " user only the right to read");
			}
			if (encrypted && verification != null && !Boolean.parseBoolean(verification.strip())) {
				hints.add("The host names of the ZooKeeper servers of " + url + " are not verified, because the system"
						+ " property " + HOST_NAME_VERIFICATION + " is false: anyone with any trusted certificate can"
						+ " impersonate them");
			}
		}
		return hints;
	}

	/**
	 * Create a snapshot without any master.
	 */
	MasterSnapshot emptySnapshot(ConnectionState state, Instant now, List<LeaderChange> changes) {
		MasterConnection connection = (this.masterUrl instanceof ZooKeeperUrl url)
				? new MasterConnection(state, url.servers(), url.path(), now, this.sessionTimeout)
				: new MasterConnection(state, null, null, now, null);
		return new MasterSnapshot(this.cluster, connection, List.of(), List.of(), null, true, changes);
	}

}
