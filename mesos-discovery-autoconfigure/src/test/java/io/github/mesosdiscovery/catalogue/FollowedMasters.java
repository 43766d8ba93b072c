package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.apache.zookeeper.ZooKeeper;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A locator, what its listener heard, and ways to wait for what it says.
 */
final class FollowedMasters implements MesosMasterListener, AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	final List<LeaderChangedEvent> leaders = new CopyOnWriteArrayList<>();

	final List<MastersChangedEvent> masters = new CopyOnWriteArrayList<>();

	final ZooKeeperMasterLocator locator;

	FollowedMasters(ZooKeeperMasterLocatorBuilder builder) {
		this.locator = builder.listener(this).build();
		this.locator.start();
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		this.leaders.add(event);
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		this.masters.add(event);
	}

	/** The leader changes as {@code REASON znode}. */
	List<String> changes() {
		return this.leaders.stream()
			.map((event) -> event.getReason() + " " + event.getLeader().map(MasterRegistration::znode).orElse("none"))
			.toList();
	}

	/** Wait until the listener has heard just these changes, from the first on. */
	void awaitChanges(String... changes) {
		await("changes " + List.of(changes), () -> changes().equals(List.of(changes)));
	}

	/** Wait until a registration leads, that very znode and no other of its name. */
	MasterSnapshot awaitLeader(Znode znode) {
		long epoch = znode.epoch();
		return await((snapshot) -> snapshot.leader()
			.filter((leader) -> leader.znode().equals(znode.name()) && leader.epoch() == epoch)
			.isPresent());
	}

	MasterSnapshot awaitProblem(Kind kind) {
		return await((snapshot) -> snapshot.problem().filter((problem) -> problem.kind() == kind).isPresent());
	}

	MasterSnapshot awaitState(ConnectionState state) {
		return await((snapshot) -> snapshot.connection().state() == state);
	}

	/** Wait until that many registrations are known, all of them read. */
	MasterSnapshot awaitMasters(int count) {
		return await((snapshot) -> snapshot.connection().state() == ConnectionState.CONNECTED && snapshot.isComplete()
				&& snapshot.registrations().size() == count);
	}

	/** Wait for a snapshot, and return that very one. */
	MasterSnapshot await(Predicate<MasterSnapshot> condition) {
		try {
			return Awaitility.await()
				.atMost(LIMIT)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(5))
				.until(this.locator::snapshot, condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("In the end " + this.locator.snapshot() + " after " + changes(), ex);
		}
	}

	private void await(String what, Callable<Boolean> condition) {
		try {
			Awaitility.await(what).atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("In the end " + this.locator.snapshot() + " after " + changes(), ex);
		}
	}

	/** The client of the session that the locator has now. */
	ZooKeeper client() {
		Object following = Objects.requireNonNull(ReflectionTestUtils.getField(this.locator, "following"));
		Object handle = Objects.requireNonNull(ReflectionTestUtils.getField(following, "handle"));
		return (ZooKeeper) Objects.requireNonNull(ReflectionTestUtils.getField(handle, "zooKeeper"));
	}

	@Override
	public void close() {
		this.locator.close();
	}

}
