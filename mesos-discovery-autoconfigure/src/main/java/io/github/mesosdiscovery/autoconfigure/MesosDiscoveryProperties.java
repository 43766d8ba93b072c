package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.codec.MasterHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the main cluster and of further clusters.
 *
 * @param enabled Whether to find the Mesos masters.
 * @param zk ZooKeeper ensemble that the masters register with.
 * @param waitForLeader Longest time that the start of the application waits for a leading
 * master. Zero does not wait.
 * @param master How the URI of a master is built.
 * @param clusters Further clusters by their names, each with the keys of the main one. A
 * name consists of lower-case letters, digits and hyphens.
 */
@ConfigurationProperties("mesos.discovery")
public record MesosDiscoveryProperties(@DefaultValue("true") boolean enabled, @DefaultValue ZooKeeper zk,
		@DefaultValue("0s") Duration waitForLeader, @DefaultValue Master master,
		@DefaultValue Map<String, Cluster> clusters) {

	static final String PREFIX = "mesos.discovery";

	/** The value of {@code zk} while no cluster is configured, and an example of it. */
	static final String DEFAULT_URL = "zk://localhost:2181/mesos";

	Cluster main() {
		return new Cluster(this.enabled, this.zk, this.waitForLeader, this.master);
	}

	/**
	 * Configuration properties of one cluster.
	 *
	 * @param enabled Whether to find the Mesos masters.
	 * @param zk ZooKeeper ensemble that the masters register with.
	 * @param waitForLeader Longest time that the start of the application waits for a
	 * leading master. Zero does not wait.
	 * @param master How the URI of a master is built.
	 */
	@ConfigurationPropertiesSource
	public record Cluster(@DefaultValue("true") boolean enabled, @DefaultValue ZooKeeper zk,
			@DefaultValue("0s") Duration waitForLeader, @DefaultValue Master master) {
	}

	/**
	 * Configuration properties of the connection to ZooKeeper. A plain value in place of
	 * this object is its {@code url}.
	 *
	 * @param url Alternative to a plain value of zk for YAML, where zk also has nested
	 * keys.
	 * @param username User name of the digest credentials, instead of the one in the URL.
	 * @param password Password of the digest credentials, instead of the one in the URL.
	 * @param sessionTimeout Session timeout to request from ZooKeeper, from 100ms to 1h.
	 * The leader is withdrawn when ZooKeeper has not responded for the negotiated time.
	 * @param resyncInterval Time between two reads of all registrations, in addition to
	 * the watches. At least the session timeout.
	 * @param labels Labels of the znodes that are registrations. All if empty.
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

		/** Neither the URL nor the password, which are secret. */
		@Override
		public String toString() {
			return "ZooKeeper[]";
		}

	}

	/**
	 * Configuration properties of TLS between the application and ZooKeeper.
	 *
	 * @param enabled Whether to connect to ZooKeeper with TLS. Enabled automatically if
	 * "bundle" is provided unless specified otherwise. With neither, the system property
	 * zookeeper.client.secure applies.
	 * @param bundle Name of the SSL bundle to connect with. Without one, the certificates
	 * that the Java runtime trusts are trusted, and no certificate is presented.
	 */
	public record Ssl(@Nullable Boolean enabled, @Nullable String bundle) {
	}

	/**
	 * Configuration properties of SASL between the application and ZooKeeper.
	 *
	 * @param required Whether to read nothing from ZooKeeper without a SASL login, which
	 * uses the JAAS configuration of the process.
	 */
	public record Sasl(@DefaultValue("false") boolean required) {
	}

	/**
	 * Configuration properties of the URI of a master.
	 *
	 * @param scheme Scheme of a master's URI. A master does not publish whether it uses
	 * TLS.
	 * @param host Which of the published names of a master its URI contains.
	 */
	public record Master(@DefaultValue("http") String scheme, @DefaultValue("ip") MasterHost host) {
	}

}
