package io.github.mesosdiscovery.catalogue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.MasterSession;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of masters that come and go while all else works.
 */
class ElectionScenarioTests extends AbstractScenarioTests {

	@BeforeEach
	void createPath() {
		this.path.create();
	}

	@Test
	@DisplayName("#1 A master registers: it is elected once, and then there is silence")
	void theFirstMasterIsElectedOnce() {
		Znode first = register();
		FollowedMasters masters = followForLong();
		MasterSnapshot snapshot = masters.awaitLeader(first);
		assertThat(snapshot.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(snapshot.problem()).isEmpty();
		masters.awaitHeard(first);
		Znode follower = register();
		masters.awaitHeard(first, follower);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		assertThat(masters.epochs()).containsExactly(first.epoch());
		assertThat(masters.leaders.get(0).getPrevious()).isEmpty();
		assertThat(masters.leaders.get(0).getSource()).isSameAs(masters.locator);
	}

	@Test
	@DisplayName("#2 Who waits for a change can give up, and asks afresh for what leads now")
	void aRequestForAChangeIsCancelledAndAskedAfresh() {
		Znode first = register();
		FollowedMasters masters = followForLong();
		MasterSnapshot settled = masters.awaitMasters(1);
		CompletableFuture<MasterSnapshot> cancelled = masters.locator.changedFrom(settled);
		CompletableFuture<MasterSnapshot> patient = masters.locator.changedFrom(settled);
		assertThat(cancelled).isNotDone();
		assertThat(cancelled.cancel(false)).isTrue();
		assertThat(cancelled).isCancelled();
		MasterSnapshot nothing = new MasterSnapshot(settled.connection(), List.of(), List.of(), null);
		assertThat(masters.locator.changedFrom(nothing)).isCompletedWithValue(settled);
		assertThat(settled.leader()).map(MesosMaster::epoch).contains(first.epoch());
		assertThat(patient).isNotDone();
		Znode second = register();
		assertThat(patient).succeedsWithin(LIMIT)
			.returns(settled.leader(), MasterSnapshot::leader)
			.satisfies((changed) -> assertThat(changed.registrations()).hasSize(2));
		assertThat(cancelled).isCancelled();
		masters.awaitHeard(first, second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
	}

	@Test
	@DisplayName("#3 The leader of two masters leaves: the other leads")
	void theLeaderLeavesAndTheOtherLeads() {
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second);
		long epoch = first.epoch();
		first.session().close();
		masters.awaitHeard(second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name(), "ELECTED " + second.name());
		assertThat(masters.epochs()).containsExactly(epoch, second.epoch());
		assertThat(masters.leaders.get(1).getPrevious()).map(MesosMaster::epoch).contains(epoch);
	}

	@Test
	@DisplayName("#4 A follower that leaves and returns is silence, and the lowest that is left follows the leader")
	void aFollowerLeavesAndReturns() {
		Znode first = register();
		Znode second = register();
		Znode third = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second, third);
		second.delete();
		masters.awaitHeard(first, third);
		Znode again = child(second.name());
		masters.awaitHeard(first, again, third);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		first.delete();
		masters.awaitHeard(again, third);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name(), "ELECTED " + again.name());
		assertThat(masters.epochs()).last().isEqualTo(again.epoch());
	}

	@Test
	@DisplayName("#5 The last master leaves: nobody leads, until another comes")
	void theLastMasterLeavesAndAnotherComes() {
		Znode first = register();
		FollowedMasters masters = followForLong();
		masters.awaitLeader(first);
		first.session().close();
		MasterSnapshot empty = masters.awaitProblem(Kind.NO_MASTERS);
		assertThat(empty.leader()).isEmpty();
		assertThat(empty.registrations()).isEmpty();
		assertThat(empty.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		Znode second = register();
		masters.awaitHeard(second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name(), "NO_MASTERS none",
				"ELECTED " + second.name());
	}

	@Test
	@DisplayName("#6 One set of masters after the other: each time the lowest leads, and nobody of an empty one")
	void oneSetOfMastersAfterTheOther() {
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NO_MASTERS);
		List<String> before = List.of();
		for (List<String> names : Stream
			.of(List.of(0, 5, 10), List.of(5, 10, 14), List.of(4, 5, 22), List.<Integer>of(), List.of(17, 99, 200))
			.map((sequences) -> sequences.stream().map("json.info_%010d"::formatted).toList())
			.toList()) {
			replace(before, names);
			masters.await((snapshot) -> snapshot.isComplete()
					&& snapshot.registrations().stream().map((master) -> master.znode()).toList().equals(names));
			before = names;
		}
		masters.awaitChanges("ELECTED json.info_0000000000", "ELECTED json.info_0000000005",
				"ELECTED json.info_0000000004", "NO_MASTERS none", "ELECTED json.info_0000000017");
		child("json.info_0000000201");
		masters.await((snapshot) -> snapshot.isComplete() && snapshot.registrations().size() == 4);
		assertThat(masters.changes()).hasSize(5);
	}

	/** All at once, those with the highest sequences first. */
	private void replace(List<String> before, List<String> after) {
		try (MasterSession session = MasterSession.open(zooKeeper.connectString(), LONG_SESSION)) {
			Stream<Op> gone = before.stream()
				.filter((name) -> !after.contains(name))
				.sorted((one, other) -> other.compareTo(one))
				.map((name) -> Op.delete(this.path.path() + "/" + name, -1));
			Stream<Op> come = after.stream()
				.filter((name) -> !before.contains(name))
				.map((name) -> Op.create(this.path.path() + "/" + name, data(MasterFormat.JSON), Ids.OPEN_ACL_UNSAFE,
						CreateMode.PERSISTENT));
			session.call((client) -> client.multi(Stream.concat(gone, come).toList()));
		}
	}

	@Test
	@DisplayName("#14 The leader publishes something new: one event of the same registration")
	void theLeaderPublishesSomethingNew() {
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second);
		first.setData(MasterFormat.JSON.encode(SimulatedMasters.info(6050).setVersion("1.11.1").build()));
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + first.name());
		LeaderChangedEvent event = masters.leaders.get(1);
		assertThat(event.getLeader()).get()
			.returns(6050, MesosMaster::port)
			.returns("1.11.1", MesosMaster::version)
			.returns(first.epoch(), MesosMaster::epoch)
			.isEqualTo(event.getPrevious().orElseThrow());
		assertThat(event.getPrevious()).map(MesosMaster::port).get().isNotEqualTo(6050);
		Znode probe = register();
		masters.awaitHeard(first, second, probe);
		assertThat(masters.changes()).hasSize(2);
	}

	@Test
	@DisplayName("#17 A master in the middle leaves: the leader's listeners hear nothing")
	void aMasterInTheMiddleLeaves() {
		Znode first = register();
		Znode second = register();
		Znode third = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second, third);
		second.session().close();
		masters.awaitHeard(first, third);
		Znode probe = register();
		masters.awaitHeard(first, third, probe);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
	}

}
