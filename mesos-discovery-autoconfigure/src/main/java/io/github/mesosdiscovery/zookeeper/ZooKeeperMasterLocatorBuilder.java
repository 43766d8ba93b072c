package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.url.DigestCredentials;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrl;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.tls.ClientTls;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ZooKeeperMasterLocator}. Not for several threads at once.
 */
public final class ZooKeeperMasterLocatorBuilder {

	private static final Duration MAX_SESSION_TIMEOUT = Duration.ofHours(1);

	private MasterUrl masterUrl;

	private String cluster = MesosMasterLocator.DEFAULT_CLUSTER;

	private @Nullable String name;

	private Duration sessionTimeout = Duration.ofSeconds(10);

	private Duration resyncInterval = Duration.ofMinutes(1);

	private Set<String> labels = Set.of();

	private String scheme = "http";

	private MasterHost host = MasterHost.IP;

	private ClientSecurity security = ClientSecurity.NONE;

	private Consumer<ZKClientConfig> clientConfig = (config) -> {
	};

	private final List<MesosMasterListener> listeners = new ArrayList<>();

	ZooKeeperMasterLocatorBuilder(MasterUrl masterUrl) {
		this.masterUrl = masterUrl;
	}

	/**
	 * Set the digest credentials. They take the place of those in the master URL.
	 * @param username the name of the user
	 * @param password the password
	 * @return this builder
	 * @throws InvalidMasterUrlException if the name is not valid, or the master URL is no
	 * {@code zk://} URL
	 */
	public ZooKeeperMasterLocatorBuilder credentials(String username, String password) {
		ZooKeeperUrl url = requireZooKeeper("credentials were given");
		this.masterUrl = new ZooKeeperUrl(url.servers(), url.path(), new DigestCredentials(username, password));
		return this;
	}

	/**
	 * Connect with TLS. The certificate of the server is verified, and that it is for the
	 * host in the master URL. Without this or {@link #plaintext()}, ZooKeeper's own
	 * system properties count.
	 * @param stores supplies the stores, for each client and each time it reconnects:
	 * {@code () -> TlsStores.DEFAULT} for a server that this Java runtime trusts and that
	 * requires no certificate of the client
	 * @return this builder
	 * @throws InvalidMasterUrlException if the master URL is no {@code zk://} URL
	 * @throws IllegalStateException if Netty is not on the class path
	 */
	public ZooKeeperMasterLocatorBuilder tls(Supplier<TlsStores> stores) {
		requireZooKeeper("TLS to ZooKeeper was asked for");
		ClientTls.checkClassPath(ZooKeeper.class.getClassLoader());
		this.security = new ClientSecurity(stores, false, this.security.saslRequired());
		return this;
	}

	/**
	 * Connect without TLS, even if the system property {@code zookeeper.client.secure}
	 * enables it for the other ZooKeeper clients of the process.
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder plaintext() {
		this.security = new ClientSecurity(null, true, this.security.saslRequired());
		return this;
	}

	/**
	 * Read nothing unless the client has authenticated with SASL. ZooKeeper's client logs
	 * in with the section {@code Client} of the JAAS configuration, and by itself goes on
	 * without when that fails.
	 * @return this builder
	 * @throws InvalidMasterUrlException if the master URL is no {@code zk://} URL
	 */
	public ZooKeeperMasterLocatorBuilder requireSasl() {
		requireZooKeeper("SASL was asked for");
		this.security = new ClientSecurity(this.security.tls(), this.security.plaintext(), true);
		return this;
	}

	/**
	 * Set the session timeout to ask for, 10 seconds unless set. The server answers with
	 * what it allows. A leader is withdrawn after that time without contact.
	 * @param sessionTimeout the session timeout, from 1 ms to an hour
	 * @return this builder
	 * @throws IllegalArgumentException if the timeout is out of range
	 */
	public ZooKeeperMasterLocatorBuilder sessionTimeout(Duration sessionTimeout) {
		this.sessionTimeout = check("session timeout", sessionTimeout, MAX_SESSION_TIMEOUT);
		return this;
	}

	/**
	 * Set how often everything is read again, whatever the watches said; 1 minute unless
	 * set, and never more often than once in a session timeout.
	 * @param resyncInterval the interval, from 1 ms to 365 days
	 * @return this builder
	 * @throws IllegalArgumentException if the interval is out of range
	 */
	public ZooKeeperMasterLocatorBuilder resyncInterval(Duration resyncInterval) {
		this.resyncInterval = check("resync interval", resyncInterval, Duration.ofDays(365));
		return this;
	}

	/**
	 * Narrow the registrations to those with certain labels; all are registrations unless
	 * set, as for Mesos.
	 * @param labels the labels, as {@code json.info}; an empty one stands for names that
	 * are a sequence alone
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder labels(Collection<String> labels) {
		this.labels = Set.copyOf(labels);
		return this;
	}

	/**
	 * Set the scheme of the masters' URIs, {@code http} unless set. A master does not
	 * publish it.
	 * @param scheme {@code http} or {@code https}
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder scheme(String scheme) {
		this.scheme = scheme;
		return this;
	}

	/**
	 * Set which of the published names goes into the masters' URIs, the IP address unless
	 * set.
	 * @param host the choice
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder host(MasterHost host) {
		this.host = host;
		return this;
	}

	/**
	 * Set what changes the configuration of ZooKeeper's client, of this locator alone. It
	 * comes after the settings of this library, which it can replace.
	 * @param clientConfig called for each session anew, on a thread of the locator. While
	 * it throws, there is no connection: that is logged, and tried again
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder clientConfig(Consumer<ZKClientConfig> clientConfig) {
		this.clientConfig = clientConfig;
		return this;
	}

	/**
	 * Set the name of the cluster that the locator, its snapshots and its events have.
	 * @param cluster the name; {@value MesosMasterLocator#DEFAULT_CLUSTER} by default
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder cluster(String cluster) {
		this.cluster = cluster;
		return this;
	}

	/**
	 * Set the name that threads and log lines have.
	 * @param name the name; by default {@code mesos-discovery}, followed by a hyphen and
	 * the name of the cluster if that is set
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return this builder
	 */
	public ZooKeeperMasterLocatorBuilder listener(MesosMasterListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Build the locator. It is not started.
	 * @return a new locator
	 * @throws IllegalArgumentException if the scheme is not valid
	 */
	public ZooKeeperMasterLocator build() {
		ZooKeeperMasterLocator locator = new ZooKeeperMasterLocator(
				new LocatorSettings(this.cluster, name(), this.masterUrl, this.sessionTimeout, this.resyncInterval,
						this.labels, this.scheme, this.host, this.security, this.clientConfig));
		this.listeners.forEach(locator::addListener);
		return locator;
	}

	private String name() {
		if (this.name != null) {
			return this.name;
		}
		return "mesos-discovery" + (this.cluster.equals(MesosMasterLocator.DEFAULT_CLUSTER) ? "" : "-" + this.cluster);
	}

	private ZooKeeperUrl requireZooKeeper(String setting) {
		if (this.masterUrl instanceof ZooKeeperUrl url) {
			return url;
		}
		throw new InvalidMasterUrlException(setting + " with a fixed master, which needs none",
				InvalidMasterUrlException.ZK);
	}

	private static Duration check(String what, Duration value, Duration most) {
		if (value.toMillis() < 1 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException(
					"The " + what + " is " + value + ", but must be from PT0.001S to " + most);
		}
		return value;
	}

}
