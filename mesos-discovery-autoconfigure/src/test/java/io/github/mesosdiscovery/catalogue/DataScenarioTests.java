package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of what masters publish, and of the watches on it.
 */
class DataScenarioTests extends AbstractScenarioTests {

	@ParameterizedTest
	@EnumSource(MasterFormat.class)
	@DisplayName("#67 The leader's data is corrupt: no leader, said why, none promoted, and the next change is followed")
	void theDataOfTheLeaderIsCorrupt(MasterFormat format) {
		this.path.create();
		Znode first = this.path.register(format, 5050);
		Znode second = this.path.register(format, 5051);
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		List<String> changes = new ArrayList<>(List.of("ELECTED " + first.name()));
		byte[] good = format.encode(SimulatedMasters.info(5050).build());
		byte[] half = new byte[good.length / 2];
		System.arraycopy(good, 0, half, 0, half.length);
		for (byte[] corrupt : List.of(half, new byte[0], new byte[] { -1, -2, -3 })) {
			first.setData(corrupt);
			changes.add("UNREADABLE none");
			masters.awaitChanges(changes.toArray(String[]::new));
			assertUnreadable(masters.locator.snapshot(), first, second);
			first.setData(good);
			changes.add("ELECTED " + first.name());
			masters.awaitChanges(changes.toArray(String[]::new));
		}
		first.setData(half);
		changes.add("UNREADABLE none");
		masters.awaitChanges(changes.toArray(String[]::new));
		first.delete();
		changes.add("ELECTED " + second.name());
		masters.awaitChanges(changes.toArray(String[]::new));
	}

	@Test
	@DisplayName("#72 Reads of a missing path leave the one watch on its creation, and no other")
	void readsOfAMissingPathLeaveNoOtherWatch() {
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NO_PATH);
		awaitWatches(1);
		assertWatches(masters, List.of(this.path.path()), List.of());
		reconnect(masters);
		awaitWatches(1);
		assertWatches(masters, List.of(this.path.path()), List.of());
		this.path.create();
		masters.awaitProblem(Kind.NO_MASTERS);
		awaitWatches(1);
		assertWatches(masters, List.of(), List.of(this.path.path()));
		masters.close();
		awaitWatches(0);
	}

	@Test
	@DisplayName("#72 Reads that are refused or lost with the connection leave no watch, at the client or the server")
	void readsThatFailLeaveNoWatch() {
		this.path.create();
		this.path.setAcl(List.of(new ACL(Perms.ALL & ~Perms.READ, Ids.ANYONE_ID_UNSAFE)));
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NOT_AUTHORIZED);
		await().until(() -> masters.inside("detector", "state", "path", "retry", "failures") instanceof Integer failed
				&& failed >= 3);
		awaitWatches(0);
		assertWatches(masters, List.of(), List.of());
		this.network.delay(Duration.ofMillis(300));
		masters.awaitListing();
		reconnect(masters);
		awaitWatches(0);
		assertWatches(masters, List.of(), List.of());
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		Znode master = register();
		masters.awaitLeader(master);
		awaitWatches(2);
		masters.close();
		awaitWatches(0);
	}

	private void reconnect(FollowedMasters masters) {
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.network.restore();
		masters.awaitState(ConnectionState.CONNECTED);
	}

	/** What the client would tell a server again after a reconnect, of the path. */
	private static void assertWatches(FollowedMasters masters, List<String> creation, List<String> children) {
		assertThat(watches(masters, "Exist")).isEqualTo(creation);
		assertThat(watches(masters, "Child")).isEqualTo(children);
		assertThat(watches(masters, "Data")).isEqualTo(List.of());
	}

	private static void assertUnreadable(MasterSnapshot snapshot, Znode first, Znode second) {
		assertThat(snapshot.leader()).isEmpty();
		assertThat(snapshot.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(snapshot.registrations()).extracting((registration) -> registration.znode())
			.containsExactly(first.name(), second.name());
		assertThat(snapshot.registrations().get(0)).isInstanceOf(UnreadableMaster.class);
		MasterProblem problem = snapshot.problem().orElseThrow();
		assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE);
		assertThat(problem.znode()).isEqualTo(first.name());
		assertThat(problem.message()).contains(((UnreadableMaster) snapshot.registrations().get(0)).error());
	}

	private static Object watches(FollowedMasters masters, String kind) {
		return Objects.requireNonNull(ReflectionTestUtils.invokeMethod(masters.client(), "get" + kind + "Watches"));
	}

}
