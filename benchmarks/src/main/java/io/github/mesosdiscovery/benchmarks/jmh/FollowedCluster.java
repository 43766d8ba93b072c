package io.github.mesosdiscovery.benchmarks.jmh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import static org.awaitility.Awaitility.await;

/**
 * A locator that follows three masters, whose leader dies again and again if that is
 * wanted.
 */
@State(Scope.Benchmark)
public class FollowedCluster implements MesosMasterListener {

	private static final int MASTERS = 3;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/** Whether the leader dies, as often as it can. */
	@Param({ "false", "true" })
	public boolean changing;

	private final AtomicLong changes = new AtomicLong();

	private final TestMesosCluster cluster = TestMesosCluster.start();

	/** The znodes of the masters, the leader's first. */
	private final Deque<String> znodes = new ArrayDeque<>();

	private final ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(this.cluster.mechanism()).build();

	private CompletableFuture<Void> changer = CompletableFuture.completedFuture(null);

	private volatile boolean closed;

	/**
	 * Follow the masters, and begin to change them.
	 */
	@Setup
	public void open() {
		this.cluster.createPath();
		for (int i = 0; i < MASTERS; i++) {
			register();
		}
		this.locator.addListener(this);
		this.locator.start();
		await("three masters").atMost(LIMIT).until(() -> this.locator.masters().size() == MASTERS);
		if (this.changing) {
			this.changer = CompletableFuture.runAsync(this::change);
		}
	}

	/**
	 * Stop all.
	 * @throws Exception if it could not go on until now
	 */
	@TearDown
	public void close() throws Exception {
		this.closed = true;
		this.changer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		this.locator.close();
		this.cluster.close();
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		this.changes.incrementAndGet();
	}

	MesosMasterLocator locator() {
		return this.locator;
	}

	/**
	 * Return how many changes of the leader a listener has heard of.
	 */
	long changes() {
		return this.changes.get();
	}

	private void change() {
		try {
			while (!this.closed) {
				register();
				this.cluster.client().delete(this.znodes.remove(), -1);
			}
		}
		catch (KeeperException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void register() {
		this.znodes.add(this.cluster.createRaw(MasterFormat.JSON.label(),
				MasterFormat.JSON.encode(PublishedMaster.info()), CreateMode.EPHEMERAL_SEQUENTIAL));
	}

}
