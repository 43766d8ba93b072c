package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of faults that come again and again, and of what listeners hear of them.
 */
class FlapScenarioTests extends AbstractScenarioTests {

	@Test
	@DisplayName("#37 The connection is repaired at the moment in which it counts as lost: it ends connected")
	void theRepairMeetsTheLoss() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		Duration timeout = Duration.ofSeconds(1);
		FollowedMasters masters = follow(builder().sessionTimeout(timeout));
		masters.awaitMasters(2);
		for (int i = 0; i < 2; i++) {
			this.network.cut();
			masters.awaitState(ConnectionState.DISCONNECTED);
			this.network.restore();
			masters.awaitLeader(first);
		}
		// Whatever is late has come when a session timeout has passed.
		Instant repaired = Instant.now();
		await().atMost(LIMIT)
			.until(() -> masters.locator.lastContact().filter(repaired.plus(timeout)::isBefore).isPresent());
		masters.awaitMasters(2);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name(), "DISCONNECTED none",
				"ELECTED " + first.name(), "DISCONNECTED none", "ELECTED " + first.name());
		first.delete();
		masters.awaitLeader(second);
	}

	@Test
	@DisplayName("#42 The connection flaps five times and the masters stay: exactly one event")
	void theConnectionFlaps() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		long session = masters.client().getSessionId();
		masters.awaitHeard(first, second);
		int told = masters.masters.size();
		for (int i = 0; i < 5; i++) {
			this.network.cut();
			assertThat(masters.awaitState(ConnectionState.RECONNECTING).registrations()).hasSize(2);
			this.network.restore();
			masters.awaitMasters(2);
		}
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		assertThat(masters.masters).hasSize(told);
		assertThat(masters.client().getSessionId()).isEqualTo(session);
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#43 The session ends three times: the leader and none alternate, each told once")
	void theSessionEndsThreeTimes() {
		this.path.create();
		Znode master = register();
		FollowedMasters masters = followForLong();
		List<String> changes = new ArrayList<>(List.of("ELECTED " + master.name()));
		List<Long> sessions = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			masters.awaitLeader(master);
			sessions.add(masters.client().getSessionId());
			SessionEnd.of(zooKeeper.connectString(), masters.client());
			changes.addAll(List.of("DISCONNECTED none", "ELECTED " + master.name()));
			masters.awaitChanges(changes.toArray(String[]::new));
		}
		assertThat(sessions).doesNotHaveDuplicates().doesNotContain(masters.client().getSessionId());
		master.delete();
		changes.add("NO_MASTERS none");
		masters.awaitChanges(changes.toArray(String[]::new));
	}

	@Test
	@DisplayName("#44 The first four attempts to list fail: the fifth arms the watches")
	void theFirstAttemptsFail() {
		this.path.create();
		Znode first = register();
		this.path.setAcl(List.of(new ACL(Perms.ALL & ~Perms.READ, Ids.ANYONE_ID_UNSAFE)));
		FollowedMasters masters = follow();
		masters.awaitProblem(Kind.NOT_AUTHORIZED);
		long session = masters.session();
		await().until(() -> masters.inside("detector", "state", "path", "retry", "failures") instanceof Integer failed
				&& failed >= 4);
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		masters.awaitChanges("ELECTED " + first.name());
		Znode second = register();
		masters.awaitHeard(first, second);
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
		assertThat(masters.session()).isEqualTo(session);
	}

	@Test
	@DisplayName("#45 The server restarts within the session timeout: sessions and leader stay")
	void theServerRestarts() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		long session = masters.client().getSessionId();
		long epoch = first.epoch();
		zooKeeper.kill();
		masters.awaitState(ConnectionState.RECONNECTING);
		zooKeeper.restart();
		masters.awaitMasters(2);
		assertThat(masters.client().getSessionId()).isEqualTo(session);
		assertThat(first.epoch()).isEqualTo(epoch);
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
		assertThat(masters.epochs()).containsExactly(epoch, second.epoch());
	}

	@Test
	@DisplayName("#45 A member that accepts and does not answer is passed over within the session timeout")
	void anOverloadedMemberIsPassedOver() throws InterruptedException {
		assumeNewest();
		this.path.create();
		Znode master = register();
		Duration timeout = Duration.ofSeconds(5);
		try (FaultProxy overloaded = FaultProxy.to(zooKeeper.port())) {
			overloaded.silence();
			// The client tries the members in an order of its own.
			while (overloaded.connections() == 0) {
				FollowedMasters masters = follow(ZooKeeperMasterLocator
					.builder("zk://" + overloaded.connectString() + "," + this.network.connectString()
							+ this.path.path())
					.sessionTimeout(timeout));
				assertThat(masters.locator.awaitLeader(timeout).znode()).isEqualTo(master.name());
				masters.awaitChanges("ELECTED " + master.name());
			}
		}
	}

	@Test
	@DisplayName("#46 Two masters at once are one change, and only who leads is told to those who ask for the leader")
	void twoMastersAreOneChange() {
		this.path.create();
		Znode first = register();
		FollowedMasters masters = follow();
		masters.awaitMasters(1);
		List<Op> both = List.of(creation("json.info_0000000008"), creation("json.info_0000000009"));
		first.session().call((client) -> client.multi(both));
		masters.awaitMasters(3);
		Znode last = register();
		masters.awaitMasters(4);
		last.delete();
		masters.awaitMasters(3);
		await().atMost(LIMIT).until(() -> masters.masters.size() == 4);
		assertThat(masters.masters).extracting((event) -> event.getSnapshot().registrations().size())
			.containsExactly(1, 3, 4, 3);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED json.info_0000000008");
	}

	private Op creation(String name) {
		return Op.create(this.path.path() + "/" + name, data(MasterFormat.JSON), Ids.OPEN_ACL_UNSAFE,
				CreateMode.PERSISTENT);
	}

	/** What happens is the client's doing, whatever the version of the server. */
	private void assumeNewest() {
		Assumptions.assumeTrue(this.version.equals(ZooKeeperVersions.NEWEST), "The server has no part in it");
	}

}
