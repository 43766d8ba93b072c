package io.github.mesosdiscovery.benchmarks.jmh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import static org.awaitility.Awaitility.await;

/**
 * A locator that follows three masters, whose leader can change all the time.
 */
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
public class FollowedCluster implements MesosMasterListener {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/** Whether the leader changes, as often as it can. */
	@Param({ "false", "true" })
	public boolean changing;

	private final AtomicLong changes = new AtomicLong();

	private ZooKeeperProcess server;

	private Masters masters;

	private ZooKeeperMasterLocator locator;

	private CompletableFuture<Void> changer = CompletableFuture.completedFuture(null);

	private volatile boolean closed;

	/** Follow the masters, and start to change the leader. */
	@Setup
	public void open() throws Exception {
		this.server = Servers.start(ZooKeeperVersions.NEWEST);
		this.masters = new Masters(this.server.connectString());
		this.locator = ZooKeeperMasterLocator.builder(this.masters.url()).listener(this).build();
		this.locator.start();
		await("the masters").atMost(LIMIT).until(() -> this.locator.masters().size() == Masters.COUNT);
		if (this.changing) {
			this.changer = CompletableFuture.runAsync(this::change);
		}
	}

	/** Stop everything. */
	@TearDown
	public void close() throws Exception {
		this.closed = true;
		this.changer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		this.locator.close();
		this.masters.close();
		this.server.close();
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		this.changes.incrementAndGet();
	}

	MesosMasterLocator locator() {
		return this.locator;
	}

	long changes() {
		return this.changes.get();
	}

	private void change() {
		try {
			while (!this.closed) {
				this.masters.register();
				this.masters.deleteLeader().await();
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
