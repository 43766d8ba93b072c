package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.zookeeper.Recorder;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooKeeper;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A locator, what its listener heard, and ways to wait for what it says.
 */
final class FollowedMasters implements AutoCloseable {

	private final Recorder recorder = new Recorder();

	final List<LeaderChangedEvent> leaders = this.recorder.leaders;

	final List<MastersChangedEvent> masters = this.recorder.masters;

	final ZooKeeperMasterLocator locator;

	FollowedMasters(ZooKeeperMasterLocator.Builder builder) {
		this.locator = builder.listener(this.recorder).build();
		this.locator.start();
	}

	/** The leader changes as {@code REASON znode}. */
	List<String> changes() {
		return this.recorder.changes();
	}

	/** Wait until the listener has heard just these changes, from the first on. */
	void awaitChanges(String... changes) {
		await("changes " + List.of(changes), () -> changes().equals(List.of(changes)));
	}

	/** The epochs of the leaders in {@link #changes()}, 0 for none. */
	List<Long> epochs() {
		return this.leaders.stream()
			.map((event) -> event.getLeader().map(MasterRegistration::epoch).orElse(0L))
			.toList();
	}

	/**
	 * Wait until the listener was told last of just these registrations: then it has been
	 * told of all that was before them, too.
	 */
	void awaitHeard(Znode... znodes) {
		List<String> expected = Stream.of(znodes).map((znode) -> znode.name() + "@" + znode.epoch()).toList();
		await("masters " + expected, () -> heard().equals(expected));
	}

	private List<String> heard() {
		return this.masters.isEmpty() ? List.of()
				: this.masters.get(this.masters.size() - 1)
					.getSnapshot()
					.registrations()
					.stream()
					.map((registration) -> registration.znode() + "@" + registration.epoch())
					.toList();
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
				.atMost(AbstractScenarioTests.LIMIT)
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
			Awaitility.await(what)
				.atMost(AbstractScenarioTests.LIMIT)
				.pollInterval(Duration.ofMillis(5))
				.until(condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("In the end " + this.locator.snapshot() + " after " + changes(), ex);
		}
	}

	/** Wait until the locator has asked for the children, and has not got them. */
	void awaitListing() {
		await("a listing under way",
				() -> "LIST".equals(String.valueOf(inside("detector", "state", "path", "reading"))));
	}

	/**
	 * The client of the session that the locator has now, or that it is about to have.
	 */
	ZooKeeper client() {
		return Awaitility.await("a client")
			.atMost(AbstractScenarioTests.LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> Optional.ofNullable((ZooKeeper) inside("detector", "client", "zooKeeper")),
					Optional::isPresent)
			.orElseThrow();
	}

	/** The session that the locator has now, or 0. */
	long session() {
		return (inside("detector", "client", "zooKeeper") instanceof ZooKeeper client) ? client.getSessionId() : 0;
	}

	/** What lies inside the locator, which only tests of faults have to do with. */
	@Nullable Object inside(String... fields) {
		Object value = this.locator;
		for (String field : fields) {
			value = (value != null) ? ReflectionTestUtils.getField(value, field) : null;
		}
		return value;
	}

	@Override
	public void close() {
		this.locator.close();
	}

}
