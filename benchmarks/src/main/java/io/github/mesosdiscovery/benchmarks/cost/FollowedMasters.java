package io.github.mesosdiscovery.benchmarks.cost;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * Masters and a locator whose messages are recorded.
 */
final class FollowedMasters implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ZooKeeperProcess server;

	private final Masters masters;

	private final FaultProxy network;

	private final ZooKeeperTap tap;

	private final Semaphore elections = new Semaphore(0);

	private final ZooKeeperMasterLocator locator;

	FollowedMasters(String version) throws Exception {
		this.server = Servers.start(version);
		this.masters = new Masters(this.server.connectString());
		this.network = FaultProxy.to(this.server.port());
		this.tap = ZooKeeperTap.to(this.network.port());
		this.locator = ZooKeeperMasterLocator.builder("zk://" + this.tap.connectString() + Masters.PATH)
			// Not while the messages are counted.
			.resyncInterval(Duration.ofHours(1))
			.listener(new MesosMasterListener() {

				@Override
				public void leaderChanged(LeaderChangedEvent event) {
					FollowedMasters.this.elections.release();
				}

			})
			.build();
	}

	/** Cause a change, and return the messages. */
	List<Frame> cause(Change change) throws Exception {
		this.tap.clear();
		switch (change) {
			case START -> this.locator.start();
			case LEADER_DIES -> this.masters.deleteLeader().await();
			case OTHER_DIES -> this.masters.deleteLast();
			case MASTER_JOINS -> this.masters.register();
			case DATA_CHANGES -> this.masters.changeLeader();
			case RECONNECT -> this.network.reset();
			case NEW_SESSION -> this.tap.endSessions();
		}
		await("a request").atMost(LIMIT).until(() -> Frame.requests(this.tap.frames(), change.request()) > 0);
		return awaitRest();
	}

	/** Let the leader go while no request of the locator reaches the server. */
	boolean isToldWithoutRequests() throws Exception {
		this.elections.drainPermits();
		this.tap.clear();
		this.network.silence(Direction.TO_SERVER);
		try {
			this.masters.deleteLeader().await();
			// Less than the session timeout, which ends with no leader.
			return this.elections.tryAcquire(4, TimeUnit.SECONDS);
		}
		finally {
			this.network.restore();
			awaitRest();
			this.masters.register();
			awaitRest();
		}
	}

	/** Return how many watches the server holds. */
	int watches() {
		return Servers.watches(this.server);
	}

	private List<Frame> awaitRest() {
		await("a view of the masters").atMost(LIMIT).until(() -> isCurrent(this.locator.snapshot()));
		return this.tap.awaitQuiet();
	}

	private boolean isCurrent(MasterSnapshot snapshot) {
		return snapshot.connection().state() == ConnectionState.CONNECTED && snapshot.isComplete()
				&& snapshot.masters().size() == this.masters.names().size();
	}

	@Override
	public void close() {
		try (this.server; this.network; this.masters; this.tap) {
			this.locator.close();
		}
	}

	/** A change, and a request that it always causes. */
	enum Change {

		START("the locator starts", Operation.LIST),

		LEADER_DIES("the leader dies", Operation.LIST),

		OTHER_DIES("a master dies that does not lead", Operation.LIST),

		MASTER_JOINS("a master joins", Operation.GET),

		DATA_CHANGES("a master's data changes", Operation.GET),

		RECONNECT("the connection breaks and is established again", Operation.LIST),

		NEW_SESSION("the session ends", Operation.LIST);

		private final String text;

		private final Operation request;

		Change(String text, Operation request) {
			this.text = text;
			this.request = request;
		}

		Operation request() {
			return this.request;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
