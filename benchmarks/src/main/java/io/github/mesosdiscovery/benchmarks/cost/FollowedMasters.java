package io.github.mesosdiscovery.benchmarks.cost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * Three masters and a locator whose requests are counted.
 */
final class FollowedMasters implements AutoCloseable {

	static final int MASTERS = 3;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ZooKeeperProcess server;

	private final MasterPath path;

	private final ZooKeeperTap tap;

	private final Deque<Znode> masters = new ArrayDeque<>();

	private final Semaphore elections = new Semaphore(0);

	private final ZooKeeperMasterLocator locator;

	private int started;

	private FollowedMasters(ZooKeeperProcess server) {
		this.server = server;
		this.path = new MasterPath(server.connectString(), "/mesos");
		this.tap = ZooKeeperTap.to(server.port());
		this.locator = ZooKeeperMasterLocator.builder("zk://" + this.tap.connectString() + "/mesos")
			// It would come in between.
			.resyncInterval(Duration.ofHours(1))
			.listener(new MesosMasterListener() {
				@Override
				public void leaderChanged(LeaderChangedEvent event) {
					FollowedMasters.this.elections.release();
				}
			})
			.build();
	}

	static FollowedMasters start(String version) {
		FollowedMasters masters = new FollowedMasters(Server.start(version));
		masters.path.create();
		for (int i = 0; i < MASTERS; i++) {
			masters.register();
		}
		return masters;
	}

	/**
	 * Cause a change, and return what was said about it.
	 */
	List<Frame> cause(Change change) {
		return switch (change) {
			case START -> observe(this.locator::start);
			case LEADER_DIES -> observe(() -> this.masters.removeFirst().session().close());
			case FOLLOWER_DIES -> observe(() -> this.masters.removeLast().session().close());
			case MASTER_COMES -> observe(this::register);
			case DATA_CHANGES -> observe(() -> this.masters.getFirst()
				.setData("{\"id\":\"%d\",\"pid\":\"master@127.0.0.1:5050\"}".formatted(this.started++)
					.getBytes(StandardCharsets.UTF_8)));
			case RECONNECT -> observe(this.tap::disconnect, Operation.LIST);
			case NEW_SESSION -> observe(this.tap::endSessions, Operation.LIST);
		};
	}

	/**
	 * Let the leader die while the server hears nothing of the locator.
	 * @return whether the listener heard of the next leader all the same
	 */
	boolean isToldWithoutRequests() throws InterruptedException {
		this.elections.drainPermits();
		this.tap.clear();
		this.tap.hold(true);
		try {
			this.masters.removeFirst().session().close();
			// Less than the session timeout, after which there would be no leader.
			boolean told = this.elections.tryAcquire(4, TimeUnit.SECONDS);
			return told && this.tap.frames().stream().noneMatch(Frame::request);
		}
		finally {
			this.tap.hold(false);
			awaitRest();
			register();
			awaitRest();
		}
	}

	/**
	 * Return how many watches the server holds.
	 */
	int watches() {
		return Server.watches(this.server);
	}

	private void register() {
		this.masters.addLast(this.path.register(MasterFormat.JSON, 5050 + this.started++));
	}

	private List<Frame> observe(Runnable change) {
		this.tap.clear();
		change.run();
		return awaitRest();
	}

	private List<Frame> observe(Runnable change, Operation expected) {
		this.tap.clear();
		change.run();
		await("a " + expected).atMost(LIMIT).until(() -> Frame.requests(this.tap.frames(), expected) > 0);
		return awaitRest();
	}

	private List<Frame> awaitRest() {
		await("a view of the masters").atMost(LIMIT).until(() -> isFollowing(this.locator.snapshot()));
		return this.tap.awaitQuiet();
	}

	private boolean isFollowing(MasterSnapshot snapshot) {
		return snapshot.connection().state() == ConnectionState.CONNECTED && snapshot.isComplete()
				&& snapshot.masters().size() == this.masters.size();
	}

	@Override
	public void close() {
		try (this.server; this.path; this.tap) {
			this.locator.close();
		}
	}

}
