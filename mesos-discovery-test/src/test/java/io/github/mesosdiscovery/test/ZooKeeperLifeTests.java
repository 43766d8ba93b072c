package io.github.mesosdiscovery.test;

import java.time.Duration;
import java.util.List;

import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for stopping, starting and wiping the ZooKeeper of a {@link TestMesosCluster}.
 */
class ZooKeeperLifeTests {

	@Test
	void restartKeepsPortDataAndMasters() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start();
				Observer observer = new Observer(cluster)) {
			int port = cluster.port();
			List<SimulatedMaster> masters = cluster.masters();
			List<String> children = observer.children("/mesos");
			observer.forgetEvents();
			cluster.stopZooKeeper();
			observer.awaitState(KeeperState.Disconnected);
			assertThat(cluster.masters()).isEqualTo(masters);
			observer.forgetEvents();
			cluster.startZooKeeper();
			observer.awaitState(KeeperState.SyncConnected);
			assertThat(cluster.port()).isEqualTo(port);
			assertThat(observer.children("/mesos")).isEqualTo(children);
			assertThat(cluster.masters()).isEqualTo(masters);
		}
	}

	@Test
	void mastersReconnectWithTheirSessions() {
		try (TestMesosCluster cluster = TestMesosCluster.builder()
			.masterSessionTimeout(Duration.ofSeconds(4))
			.masters(2)
			.start()) {
			List<SimulatedMaster> masters = cluster.masters();
			cluster.restartZooKeeper();
			await().until(() -> cluster.connections() == 2);
			// Longer than the sessions would last without their clients.
			await().during(Duration.ofSeconds(5))
				.atMost(Duration.ofSeconds(8))
				.until(() -> cluster.masters().equals(masters));
			masters.get(0).update(masters.get(0).info());
		}
	}

	@Test
	void mastersRegisterAgainAfterAnOutageLongerThanTheirSessionTimeout() {
		try (TestMesosCluster cluster = TestMesosCluster.builder()
			.masterSessionTimeout(Duration.ofSeconds(1))
			.masters(3)
			.start()) {
			List<SimulatedMaster> masters = cluster.masters();
			List<String> znodes = masters.stream().map(SimulatedMaster::znode).toList();
			cluster.stopZooKeeper();
			await().until(() -> masters.stream().noneMatch((master) -> master.client().isAlive()));
			cluster.startZooKeeper();
			await().until(() -> masters.stream().noneMatch((master) -> znodes.contains(master.znode())));
			assertThat(cluster.masters()).containsExactlyInAnyOrderElementsOf(masters);
			assertThat(cluster.leader().orElseThrow().sequence()).isGreaterThan(3);
		}
	}

	@Test
	void canBeClosedWhileMastersWaitToRegisterAgain() {
		TestMesosCluster cluster = TestMesosCluster.builder()
			.masterSessionTimeout(Duration.ofSeconds(1))
			.masters(2)
			.start();
		List<SimulatedMaster> masters = cluster.masters();
		cluster.stopZooKeeper();
		await().until(() -> masters.stream().noneMatch((master) -> master.client().isAlive()));
		cluster.close();
		assertThat(masters).allMatch(SimulatedMaster::isClosed);
	}

	@Test
	void wipedZooKeeperIsEmptyOnTheSamePort() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start()) {
			int port = cluster.port();
			SimulatedMaster before = cluster.leader().orElseThrow();
			cluster.client();
			cluster.wipe();
			assertThat(cluster.port()).isEqualTo(port);
			assertThat(cluster.sessions()).isEmpty();
			assertThat(cluster.masters()).isEmpty();
			assertThat(before.isAlive()).isFalse();
			SimulatedMaster after = cluster.startMaster();
			assertThat(after.epoch()).isLessThan(before.epoch() + 1);
			assertThat(after.sequence()).isEqualTo(1);
			assertThat(cluster.leader()).containsSame(after);
			assertThat(cluster.client().exists(after.path(), false)).isNotNull();
		}
	}

	@Test
	void canBeWipedWhileStopped() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			cluster.stopZooKeeper();
			cluster.wipe();
			assertThat(cluster.sessions()).isEmpty();
		}
	}

	@Test
	void stoppingAndStartingTwiceDoesNothing() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			cluster.stopZooKeeper();
			cluster.stopZooKeeper();
			cluster.startZooKeeper();
			cluster.startZooKeeper();
			assertThat(cluster.masters()).hasSize(1);
		}
	}

	@Test
	void reportsWhatToDoWhileStopped() {
		try (TestMesosCluster cluster = TestMesosCluster.start()) {
			cluster.stopZooKeeper();
			assertThatIllegalStateException().isThrownBy(cluster::startMaster)
				.withMessageContaining("port " + cluster.port())
				.withMessageContaining("startZooKeeper()");
		}
	}

	@Test
	void clustersAreIndependent() {
		try (TestMesosCluster one = TestMesosCluster.builder().masters(1).start();
				TestMesosCluster other = TestMesosCluster.builder().masters(2).start()) {
			assertThat(one.port()).isNotEqualTo(other.port());
			one.killLeader();
			assertThat(other.masters()).hasSize(2);
		}
	}

}
