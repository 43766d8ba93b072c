package io.github.mesosdiscovery.catalogue;

import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.MasterSession;
import io.github.mesosdiscovery.test.MasterFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of changes that come between two steps of the locator.
 */
class RaceScenarioTests extends AbstractScenarioTests {

	@Test
	@DisplayName("#15 The leader goes after it was listed and before it is read: the next one leads")
	void theLeaderGoesBetweenListAndRead() {
		this.path.create();
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NO_MASTERS);
		awaitWatches(1);
		this.network.silence(Direction.TO_SERVER);
		Znode first = register();
		Znode second = register();
		holdAnswerToList(masters);
		first.session().close();
		this.network.restore();
		masters.awaitHeard(second);
		Znode third = register();
		masters.awaitHeard(second, third);
		assertThat(masters.masters).hasSize(2);
		assertThat(masters.changes()).containsExactly("ELECTED " + second.name());
	}

	@Test
	@DisplayName("#16 The only master goes before it is read for the first time: nobody leads")
	void theOnlyMasterGoesBeforeItIsRead() {
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NO_PATH);
		awaitWatches(1);
		this.network.silence(Direction.TO_SERVER);
		this.path.create();
		Znode first = register();
		holdAnswerToList(masters);
		first.session().close();
		this.network.restore();
		masters.awaitProblem(Kind.NO_MASTERS);
		assertThat(masters.locator.snapshot().isComplete()).isTrue();
		assertThat(masters.changes()).isEmpty();
		assertThat(masters.masters).isEmpty();
		Znode second = register();
		masters.awaitHeard(second);
		assertThat(masters.changes()).containsExactly("ELECTED " + second.name());
	}

	@Test
	@DisplayName("#18 A master is deleted and made again under its name during a partition: that is a change")
	void aNameThatReturnsIsAnotherMaster() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second);
		List<Long> before = List.of(first.epoch(), second.epoch());
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		byte[] same = first.session().call((client) -> client.getData(first.path(), false, null));
		first.delete();
		second.delete();
		Znode again = this.path.createChild(first.name(), same);
		Znode follower = child(second.name());
		this.network.restore();
		masters.awaitHeard(again, follower);
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + first.name());
		assertThat(masters.epochs()).containsExactly(before.get(0), again.epoch());
		assertThat(masters.leaders.get(1).getPrevious()).get().isNotEqualTo(masters.locator.leader().orElseThrow());
		again.delete();
		masters.awaitHeard(follower);
		assertThat(masters.epochs()).hasSize(3).last().isEqualTo(follower.epoch());
	}

	@Test
	@DisplayName("#19 Ten leaders write and go at once: they are followed in order, to the one who stays")
	void leadersThatWriteAndGoAtOnceAreFollowedInOrder() {
		this.path.create();
		List<Znode> znodes = IntStream.rangeClosed(0, 10)
			.mapToObj("json.info_%010d"::formatted)
			.map(this::child)
			.toList();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(znodes.toArray(Znode[]::new));
		byte[] changed = data(MasterFormat.JSON);
		try (MasterSession session = MasterSession.open(zooKeeper.connectString(), LONG_SESSION)) {
			session.call((client) -> {
				for (Znode znode : znodes.subList(0, 10)) {
					client.setData(znode.path(), changed, -1, (rc, path, ctx, stat) -> {
					}, null);
					client.delete(znode.path(), -1, (rc, path, ctx) -> {
					}, null);
				}
				return client;
			});
		}
		Znode last = znodes.get(10);
		masters.awaitHeard(last);
		Znode probe = child("json.info_0000000011");
		masters.awaitHeard(last, probe);
		assertThat(masters.changes()).startsWith("ELECTED " + znodes.get(0).name())
			.endsWith("ELECTED " + last.name())
			.isSorted();
		assertThat(masters.epochs()).isSorted();
		assertThat(masters.leaders.stream().map((event) -> event.getLeader().orElseThrow()))
			.extracting((leader) -> leader.epoch() + leader.id())
			.doesNotHaveDuplicates();
	}

	/** Until the server has listed the children, and the locator does not know it. */
	private void holdAnswerToList(FollowedMasters masters) {
		masters.awaitListing();
		this.network.silence(Direction.TO_CLIENT);
		awaitWatches(1);
	}

}
