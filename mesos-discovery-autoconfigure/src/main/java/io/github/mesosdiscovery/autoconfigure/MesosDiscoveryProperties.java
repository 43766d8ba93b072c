package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the main cluster and of further clusters.
 *
 * @param enabled Whether to enable the discovery of Mesos masters.
 * @param zk ZooKeeper ensemble that the masters register with.
 * @param waitForLeader Maximum time that start-up waits for a leading master, at least
 * 100ms. Zero does not wait.
 * @param master URI of a master.
 * @param clusters Further clusters by name, each with the keys of the main cluster. A
 * name consists of lower-case letters, digits and hyphens.
 */
@ConfigurationProperties("mesos.discovery")
public record MesosDiscoveryProperties(@DefaultValue("true") boolean enabled, @DefaultValue ZooKeeper zk,
		@DefaultValue("0s") Duration waitForLeader, @DefaultValue Master master,
		@DefaultValue Map<String, Cluster> clusters) {

	static final String PREFIX = "mesos.discovery";

	/** Value of {@code zk} while no cluster is configured. */
	static final String DEFAULT_URL = InvalidMasterUrlException.ZK;

	Cluster main() {
		return new Cluster(this.enabled, this.zk, this.waitForLeader, this.master);
	}

	/**
	 * Configuration properties of one cluster.
	 *
	 * @param enabled Whether to enable the discovery of Mesos masters.
	 * @param zk ZooKeeper ensemble that the masters register with.
	 * @param waitForLeader Maximum time that start-up waits for a leading master, at
	 * least 100ms. Zero does not wait.
	 * @param master URI of a master.
	 */
	@ConfigurationPropertiesSource
	public record Cluster(@DefaultValue("true") boolean enabled, @DefaultValue ZooKeeper zk,
			@DefaultValue("0s") Duration waitForLeader, @DefaultValue Master master) {
	}

	/**
	 * Configuration properties of the connection to ZooKeeper. A plain value of this
	 * object is bound to its {@code url}.
	 *
	 * @param url Alternative to a plain value of zk, for YAML where zk also has nested
	 * keys.
	 * @param username User name of the digest credentials, if the URL contains none.
	 * @param password Password of the digest credentials, if the URL contains none.
	 * @param sessionTimeout Session timeout to request from ZooKeeper, from 100ms to 1h.
	 * The leader is withdrawn when ZooKeeper has not responded for the negotiated time.
	 * @param resyncInterval Time between two reads of all registrations, in addition to
	 * the watches, from 100ms to 365d. It is never shorter than the session timeout.
	 * @param labels Labels of the znodes that count as registrations: json.info, info, or
	 * an empty text for names that consist of a sequence only. By default, any label
	 * counts.
	 * @param ssl TLS between the application and ZooKeeper.
	 * @param sasl SASL between the application and ZooKeeper.
	 */
	public record ZooKeeper(@Nullable String url, @Nullable String username, @Nullable String password,
			@DefaultValue("10s") Duration sessionTimeout, @DefaultValue("1m") Duration resyncInterval,
			@DefaultValue List<String> labels, @DefaultValue Ssl ssl, @DefaultValue Sasl sasl) {

		ZooKeeper withUrl(String url) {
			return new ZooKeeper(url, this.username, this.password, this.sessionTimeout, this.resyncInterval,
					this.labels, this.ssl, this.sasl);
		}

		/** Without the URL and the password, which are secret. */
		@Override
		public String toString() {
			return "ZooKeeper[]";
		}

	}

	/**
	 * Configuration properties of TLS between the application and ZooKeeper.
	 *
	 * @param enabled Whether to connect to ZooKeeper with TLS. Enabled automatically if
	 * "bundle" is provided unless specified otherwise. If neither is set, the system
	 * property zookeeper.client.secure applies.
	 * @param bundle Name of the SSL bundle to connect with. With TLS but without a
	 * bundle, the client trusts what the Java runtime trusts and presents no certificate.
	 */
	public record Ssl(@Nullable Boolean enabled, @Nullable String bundle) {
	}

	/**
	 * Configuration properties of SASL between the application and ZooKeeper.
	 *
	 * @param required Whether to read from ZooKeeper only after a SASL login, which uses
	 * the JAAS configuration of the process.
	 */
	public record Sasl(@DefaultValue("false") boolean required) {
	}

	/**
	 * Configuration properties of the URI of a master.
	 *
	 * @param scheme Scheme of a master's URI, http or https. Masters do not publish it.
	 * @param host Host of a master's URI, if the master has published both an IP address
	 * and a host name.
	 */
	public record Master(@DefaultValue("http") String scheme, @DefaultValue("ip") MasterHost host) {
	}

}
