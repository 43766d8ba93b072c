package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.MeteredLocator;
import io.github.mesosdiscovery.url.DigestCredentials;
import io.github.mesosdiscovery.url.FixedMaster;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrl;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.tls.ClientTls;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * Finds the masters in ZooKeeper and follows their leader, like the master detector of
 * Mesos. It only reads and watches.
 * <p>
 * All methods can be called from any thread, including from listeners. The threads of a
 * locator are daemon threads.
 */
public final class ZooKeeperMasterLocator implements MeteredLocator, AutoCloseable {

	private static final Log logger = LogFactory.getLog(ZooKeeperMasterLocator.class);

	private final LocatorSettings settings;

	private final SnapshotPublisher publisher;

	private final Object lifecycle = new Object();

	private volatile @Nullable MasterDetector detector;

	private ZooKeeperMasterLocator(LocatorSettings settings) {
		this.settings = settings;
		this.publisher = new SnapshotPublisher(this,
				settings.emptySnapshot(ConnectionState.CLOSED, Instant.now(), List.of()));
	}

	/**
	 * Create a builder.
	 * @param masterUrl where the masters are, as the {@code --master} and {@code --zk}
	 * flags of Mesos take it; {@link MasterUrlParser#parse} has the grammar
	 * @return a new builder
	 * @throws InvalidMasterUrlException if the master URL is not valid
	 */
	public static Builder builder(String masterUrl) {
		return new Builder(MasterUrlParser.parse(masterUrl));
	}

	/**
	 * Start to follow the masters, without waiting for ZooKeeper. This has no effect on a
	 * running locator. A closed locator can be started again.
	 */
	public void start() {
		synchronized (this.lifecycle) {
			if (this.detector == null) {
				MasterDetector started = createDetector();
				this.detector = started;
				try {
					started.start();
				}
				catch (RuntimeException | Error ex) {
					// For example without a thread. The locator can be started again.
					close();
					throw ex;
				}
				this.settings.hints().forEach(logger::warn);
			}
		}
	}

	private MasterDetector createDetector() {
		Clock clock = Clock.systemUTC();
		return (this.settings.masterUrl() instanceof ZooKeeperUrl url)
				? new ZooKeeperMasterDetector(this.settings, url, this.publisher, clock) : new StandaloneMasterDetector(
						this.settings, (FixedMaster) this.settings.masterUrl(), this.publisher, clock);
	}

	/**
	 * Return whether the locator was started and not closed.
	 * @return whether the locator is running
	 */
	public boolean isRunning() {
		return this.detector != null;
	}

	/**
	 * Stop following the masters, and release threads, connection and watches. When this
	 * method returns, after two seconds at most, no listener is called anymore. A
	 * listener can call it.
	 */
	@Override
	public void close() {
		synchronized (this.lifecycle) {
			MasterDetector closed = this.detector;
			this.detector = null;
			if (closed != null) {
				this.publisher.close(
						(last) -> this.settings.emptySnapshot(ConnectionState.CLOSED, Instant.now(), last.changes()));
				try {
					closed.close();
				}
				finally {
					this.publisher.release();
				}
			}
		}
	}

	@Override
	public void addListener(MesosMasterListener listener) {
		this.publisher.add(listener);
	}

	@Override
	public void removeListener(MesosMasterListener listener) {
		this.publisher.remove(listener);
	}

	@Override
	public void addMetricsListener(LocatorMetricsListener listener) {
		this.publisher.metricsListeners().add(listener);
	}

	@Override
	public void removeMetricsListener(LocatorMetricsListener listener) {
		this.publisher.metricsListeners().remove(listener);
	}

	@Override
	public MasterSnapshot snapshot() {
		return this.publisher.snapshot();
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		return this.publisher.changedFrom(seen);
	}

	@Override
	public Optional<Instant> lastContact() {
		MasterDetector current = this.detector;
		return (current != null) ? current.lastContact() : Optional.empty();
	}

	@Override
	public String toString() {
		return "ZooKeeperMasterLocator[" + this.settings.name() + ": " + this.settings.masterUrl() + "]";
	}

	/**
	 * Builds a {@link ZooKeeperMasterLocator}. Not thread-safe.
	 */
	public static final class Builder {

		private static final Duration MIN_DURATION = Duration.ofMillis(1);

		private MasterUrl masterUrl;

		private String cluster = DEFAULT_CLUSTER;

		private @Nullable String name;

		private Duration sessionTimeout = Duration.ofSeconds(10);

		private Duration resyncInterval = Duration.ofMinutes(1);

		private Set<String> labels = Set.of();

		private String scheme = "http";

		private MasterHost host = MasterHost.IP;

		private @Nullable Supplier<TlsStores> tls;

		private boolean plaintext;

		private boolean saslRequired;

		private Consumer<ZKClientConfig> clientConfig = (config) -> {
		};

		private final List<MesosMasterListener> listeners = new ArrayList<>();

		private Builder(MasterUrl masterUrl) {
			this.masterUrl = masterUrl;
		}

		/**
		 * Set the digest credentials, which replace those of the master URL.
		 * @param username the name of the user
		 * @param password the password
		 * @return this builder
		 * @throws InvalidMasterUrlException if the name is not valid, or the master URL
		 * is not a {@code zk://} URL
		 */
		public Builder credentials(String username, String password) {
			ZooKeeperUrl url = requireZooKeeper("credentials are set");
			this.masterUrl = new ZooKeeperUrl(url.servers(), url.path(), new DigestCredentials(username, password));
			return this;
		}

		/**
		 * Connect with TLS, and verify the certificate of the server and its host name.
		 * Without this or {@link #plaintext()}, ZooKeeper's system properties decide.
		 * @param stores supplies the stores, for each client and each time it reconnects.
		 * Use {@code () -> TlsStores.DEFAULT} for a server that this Java runtime trusts
		 * and that requires no client certificate
		 * @return this builder
		 * @throws InvalidMasterUrlException if the master URL is not a {@code zk://} URL
		 * @throws IllegalStateException if Netty is not on the class path
		 */
		public Builder tls(Supplier<TlsStores> stores) {
			requireZooKeeper("TLS is enabled");
			ClientTls.checkClassPath(ZooKeeper.class.getClassLoader());
			this.tls = stores;
			this.plaintext = false;
			return this;
		}

		/**
		 * Connect without TLS, even if the system property
		 * {@code zookeeper.client.secure} enables it for other clients.
		 * @return this builder
		 */
		public Builder plaintext() {
			this.tls = null;
			this.plaintext = true;
			return this;
		}

		/**
		 * Read nothing unless the client has authenticated with SASL. ZooKeeper's client
		 * logs in with the section {@code Client} of the JAAS configuration, and by
		 * default continues without authentication if the login fails.
		 * @return this builder
		 * @throws InvalidMasterUrlException if the master URL is not a {@code zk://} URL
		 */
		public Builder requireSasl() {
			requireZooKeeper("SASL is required");
			this.saslRequired = true;
			return this;
		}

		/**
		 * Set the session timeout to request, 10 seconds by default. A leader is
		 * withdrawn when the timeout that the server grants elapses without contact.
		 * @param sessionTimeout the session timeout, from 1 ms to 1 hour
		 * @return this builder
		 * @throws IllegalArgumentException if the timeout is out of range
		 */
		public Builder sessionTimeout(Duration sessionTimeout) {
			this.sessionTimeout = check("session timeout", sessionTimeout, Duration.ofHours(1));
			return this;
		}

		/**
		 * Set how often everything is read again in addition to the watches, 1 minute by
		 * default. It is never more often than once in a session timeout.
		 * @param resyncInterval the interval, from 1 ms to 365 days
		 * @return this builder
		 * @throws IllegalArgumentException if the interval is out of range
		 */
		public Builder resyncInterval(Duration resyncInterval) {
			this.resyncInterval = check("resync interval", resyncInterval, Duration.ofDays(365));
			return this;
		}

		/**
		 * Set the labels of registrations. By default, any label makes a registration, as
		 * for Mesos.
		 * @param labels the labels, for example {@code json.info}; an empty label stands
		 * for names that are a sequence alone
		 * @return this builder
		 */
		public Builder labels(Collection<String> labels) {
			this.labels = Set.copyOf(labels);
			return this;
		}

		/**
		 * Set the scheme of the masters' URIs, {@code http} by default. A master does not
		 * publish it.
		 * @param scheme {@code http} or {@code https}
		 * @return this builder
		 */
		public Builder scheme(String scheme) {
			this.scheme = scheme;
			return this;
		}

		/**
		 * Set the host in the masters' URIs, the IP address by default.
		 * @param host the host
		 * @return this builder
		 */
		public Builder host(MasterHost host) {
			this.host = host;
			return this;
		}

		/**
		 * Set a customizer of the configuration of this locator's ZooKeeper client. It is
		 * called after the settings of this library are applied, and can replace them.
		 * @param clientConfig called for each session, on a thread of the locator. While
		 * it throws, the locator has no connection, logs the failure and retries
		 * @return this builder
		 */
		public Builder clientConfig(Consumer<ZKClientConfig> clientConfig) {
			this.clientConfig = clientConfig;
			return this;
		}

		/**
		 * Set the name of the cluster that the locator, its snapshots and its events
		 * have.
		 * @param cluster the name, {@code default} by default
		 * @return this builder
		 */
		public Builder cluster(String cluster) {
			this.cluster = cluster;
			return this;
		}

		/**
		 * Set the name in thread names and log lines.
		 * @param name the name; by default {@code mesos-discovery}, followed by a hyphen
		 * and the name of the cluster if that is set
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Add a listener.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(MesosMasterListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Build the locator, without starting it.
		 * @return a new locator
		 * @throws IllegalArgumentException if the scheme is not valid
		 */
		public ZooKeeperMasterLocator build() {
			ZooKeeperMasterLocator locator = new ZooKeeperMasterLocator(
					new LocatorSettings(this.cluster, name(), this.masterUrl, this.sessionTimeout, this.resyncInterval,
							this.labels, new MesosMasterDecoder(this.scheme, this.host), this.tls, this.plaintext,
							this.saslRequired, this.clientConfig));
			this.listeners.forEach(locator::addListener);
			return locator;
		}

		private String name() {
			if (this.name != null) {
				return this.name;
			}
			return this.cluster.equals(DEFAULT_CLUSTER) ? "mesos-discovery" : "mesos-discovery-" + this.cluster;
		}

		private ZooKeeperUrl requireZooKeeper(String setting) {
			if (this.masterUrl instanceof ZooKeeperUrl url) {
				return url;
			}
			throw new InvalidMasterUrlException(setting + " for a fixed master, which is not found in ZooKeeper",
					InvalidMasterUrlException.ZK);
		}

		private static Duration check(String name, Duration value, Duration max) {
			if (value.compareTo(MIN_DURATION) < 0 || value.compareTo(max) > 0) {
				throw new IllegalArgumentException(
						"The " + name + " is " + value + ", but must be from " + MIN_DURATION + " to " + max);
			}
			return value;
		}

	}

}
