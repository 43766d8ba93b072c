package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.metrics.MeteredLocator;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.FixedMaster;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds the masters in ZooKeeper and follows their leader, as the master detector of
 * Mesos does. It reads and watches only.
 * <p>
 * All methods may be called from any thread, listeners included. All threads of a locator
 * are daemons.
 */
public final class ZooKeeperMasterLocator implements MeteredLocator, AutoCloseable {

	private static final Log logger = LogFactory.getLog(ZooKeeperMasterLocator.class);

	private final LocatorSettings settings;

	private final SnapshotPublisher publisher;

	private final Object lifecycle = new Object();

	private volatile @Nullable MasterDetector detector;

	ZooKeeperMasterLocator(LocatorSettings settings) {
		this.settings = settings;
		this.publisher = new SnapshotPublisher(this,
				settings.initial(ConnectionState.CLOSED, Instant.now(), List.of()));
	}

	/**
	 * Return a builder of a locator.
	 * @param masterUrl where the masters are, as the {@code --master} and {@code --zk}
	 * flags of Mesos take it; {@link MasterUrlParser#parse} has the grammar
	 * @return a new builder
	 * @throws InvalidMasterUrlException if the master URL cannot be understood
	 */
	public static ZooKeeperMasterLocatorBuilder builder(String masterUrl) {
		return new ZooKeeperMasterLocatorBuilder(MasterUrlParser.parse(masterUrl));
	}

	/**
	 * Begin to follow the masters. Returns at once, whether ZooKeeper is there or not. A
	 * locator that is running is left alone; one that was closed begins anew.
	 */
	public void start() {
		synchronized (this.lifecycle) {
			if (this.detector == null) {
				MasterDetector started = detector();
				this.detector = started;
				try {
					started.start();
				}
				catch (RuntimeException | Error ex) {
					// As without a thread: another start is to begin anew.
					close();
					throw ex;
				}
				this.settings.hints().forEach(logger::warn);
			}
		}
	}

	private MasterDetector detector() {
		return (this.settings.masterUrl() instanceof ZooKeeperUrl url)
				? new ZooKeeperMasterDetector(this.settings, url, this.publisher, Clock.systemUTC())
				: new StandaloneMasterDetector(this.settings, (FixedMaster) this.settings.masterUrl(), this.publisher,
						Clock.systemUTC());
	}

	/**
	 * Return whether the locator was started and not closed.
	 * @return whether it is running
	 */
	public boolean isRunning() {
		return this.detector != null;
	}

	/**
	 * Stop following. When this returns, which takes two seconds at the very most, no
	 * listener is called any more, and threads, socket and watches are gone. A listener
	 * may call it.
	 */
	@Override
	public void close() {
		synchronized (this.lifecycle) {
			MasterDetector ended = this.detector;
			this.detector = null;
			if (ended != null) {
				ended.close();
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
	public Optional<MesosMaster> leader() {
		return this.publisher.snapshot().leader();
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

}
