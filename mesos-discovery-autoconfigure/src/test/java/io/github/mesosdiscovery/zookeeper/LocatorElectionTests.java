package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the election on a real ZooKeeper. Where requests are counted, the session
 * timeout is long, so that no ping is among them.
 */
class LocatorElectionTests extends AbstractLocatorTests {

	@Test
	void mastersOfAllFormatsTakePart() {
		SimulatedMaster first = this.cluster.startMaster(MasterFormat.PROTOBUF);
		SimulatedMaster second = this.cluster.startMaster(MasterFormat.JSON);
		SimulatedMaster third = this.cluster.startMaster(MasterFormat.UPID);
		this.cluster.createRaw("unrelated", new byte[0]);
		ZooKeeperMasterLocator locator = start();
		await().until(() -> masters(locator).equals(List.of(first.znode(), second.znode(), third.znode())));
		assertThat(locator.snapshot().otherChildren()).containsExactlyInAnyOrder("log_replicas", "unrelated");
		assertThat(locator.masters()).extracting(MesosMaster::port).containsExactly(5050, 5051, 5052);
		assertThat(locator.masters()).extracting(MesosMaster::epoch)
			.containsExactly(first.epoch(), second.epoch(), third.epoch());
	}

	@Test
	void nextMasterLeadsWhenTheLeaderDies() {
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 2);
		this.cluster.killLeader();
		awaitChanges("ELECTED " + first.znode(), "ELECTED " + second.znode());
		assertThat(this.recorder.leaders.get(1).getPrevious()).map(MesosMaster::znode).contains(first.znode());
		assertThat(this.recorder.leaders.get(1).getSource()).isSameAs(locator);
	}

	@Test
	void failoverCostsOneListAndNoGet() {
		this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(40)));
		awaitSettled(locator, 2);
		long session = this.cluster.clientSessions().get(0);
		Map<String, Integer> before = this.cluster.requests(session);
		this.cluster.killLeader();
		awaitLeader(locator, second.znode());
		await().until(() -> count(session, "getChildren2") > before.getOrDefault("getChildren2", 0));
		this.cluster.startMaster();
		awaitSettled(locator, 2);
		assertThat(count(session, "getChildren2")).isEqualTo(before.getOrDefault("getChildren2", 0) + 2);
		assertThat(count(session, "getData")).isEqualTo(before.getOrDefault("getData", 0) + 1);
	}

	@Test
	void serverHoldsOneChildWatchAndOneDataWatchForEachMaster() {
		this.cluster.startMaster();
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(40)));
		awaitSettled(locator, 2);
		assertThat(this.cluster.watchCount()).isEqualTo(3);
		long session = this.cluster.clientSessions().get(0);
		this.cluster.disconnect(session);
		await().until(() -> count(session, "getData") == 4);
		awaitSettled(locator, 2);
		await().until(() -> this.cluster.watchCount() == 3);
	}

	@Test
	void leaderStaysWhenAnotherMasterLeaves() {
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 2);
		second.kill();
		awaitSettled(locator, 1);
		assertThat(this.recorder.changes()).containsExactly("ELECTED " + first.znode());
		await().until(() -> this.recorder.masters.get(this.recorder.masters.size() - 1).getMasters().size() == 1);
	}

	@Test
	void leaderIsWithdrawnWithTheLastMaster() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitLeader(locator, first.znode());
		first.close();
		awaitProblem(locator, Kind.NO_MASTERS);
		SimulatedMaster second = this.cluster.startMaster();
		awaitChanges("ELECTED " + first.znode(), "NO_MASTERS none", "ELECTED " + second.znode());
	}

	@Test
	void changedDataOfTheLeaderIsPublished() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitLeader(locator, first.znode());
		first.update(SimulatedMasters.info(5999).setVersion("1.11.1").build());
		await().until(() -> locator.leader().map(MesosMaster::port).orElse(0) == 5999);
		awaitChanges("ELECTED " + first.znode(), "ELECTED " + first.znode());
		assertThat(this.recorder.leaders.get(1).getPrevious()).isEqualTo(locator.leader());
	}

	@Test
	void sameDataWrittenAgainIsNoChange() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(40)));
		awaitSettled(locator, 1);
		Object before = locator.snapshot();
		long session = this.cluster.clientSessions().get(0);
		first.update(first.info());
		await().until(() -> count(session, "getData") == 2);
		SimulatedMaster second = this.cluster.startMaster();
		await().until(() -> masters(locator).contains(second.znode()));
		assertThat(before).isNotSameAs(locator.snapshot());
		assertThat(this.recorder.changes()).containsExactly("ELECTED " + first.znode());
	}

	@Test
	void leaderThatCannotBeDecodedIsNotReplacedAndRecovers() {
		SimulatedMaster first = this.cluster.startMaster();
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 2);
		first.setData("{".getBytes(StandardCharsets.UTF_8));
		awaitProblem(locator, Kind.UNREADABLE);
		assertThat(locator.leader()).isEmpty();
		assertThat(locator.snapshot().problem().orElseThrow().znode()).isEqualTo(first.znode());
		first.update(first.info());
		awaitChanges("ELECTED " + first.znode(), "UNREADABLE none", "ELECTED " + first.znode());
	}

	@Test
	void unknownLabelIsARegistrationThatCannotBeRead() {
		String unknown = this.cluster.createRaw("xml.info_", new byte[0], CreateMode.EPHEMERAL_SEQUENTIAL);
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitProblem(locator, Kind.UNREADABLE);
		assertThat(unknown).endsWith(locator.snapshot().problem().orElseThrow().znode());
	}

	@Test
	void labelsNarrowTheRegistrations() {
		this.cluster.createRaw("xml.info_", new byte[0], CreateMode.EPHEMERAL_SEQUENTIAL);
		this.cluster.startMaster(MasterFormat.PROTOBUF);
		SimulatedMaster json = this.cluster.startMaster(MasterFormat.JSON);
		SimulatedMaster upid = this.cluster.startMaster(MasterFormat.UPID);
		ZooKeeperMasterLocator locator = start(builder().labels(Set.of("json.info", "")));
		await().until(() -> masters(locator).equals(List.of(json.znode(), upid.znode())));
	}

	@Test
	void problemNamesAPathThatEndsInLogReplicas() {
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(
				ZooKeeperMasterLocator.builder(this.cluster.mechanism() + "/log_replicas"));
		awaitProblem(locator, Kind.UNREADABLE);
		assertThat(locator.snapshot().problem().orElseThrow().message()).contains("log_replicas");
	}

	private int count(long session, String type) {
		return this.cluster.requests(session).getOrDefault(type, 0);
	}

}
