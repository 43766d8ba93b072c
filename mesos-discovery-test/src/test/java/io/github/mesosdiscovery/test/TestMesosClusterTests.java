package io.github.mesosdiscovery.test;

import java.util.List;

import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the masters of a {@link TestMesosCluster}.
 */
class TestMesosClusterTests {

	@Test
	void startsWithoutMastersAndPath() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.start(); Observer observer = new Observer(cluster)) {
			assertThat(cluster.masters()).isEmpty();
			assertThat(cluster.leader()).isEmpty();
			assertThat(observer.zooKeeper().exists("/mesos", false)).isNull();
			assertThatIllegalStateException().isThrownBy(cluster::killLeader)
				.withMessageContaining(cluster.mechanism());
		}
	}

	@Test
	void hasTheUrlOfItsPath() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().path("/test/marco").start()) {
			assertThat(cluster.port()).isPositive();
			assertThat(cluster.path()).isEqualTo("/test/marco");
			assertThat(cluster.connectString()).isEqualTo("127.0.0.1:" + cluster.port());
			assertThat(cluster.mechanism()).isEqualTo("zk://127.0.0.1:" + cluster.port() + "/test/marco");
		}
	}

	@Test
	void mastersHaveTheirOwnPorts() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().path("/test/marco").masters(3).start();
				Observer observer = new Observer(cluster)) {
			assertThat(cluster.masters()).extracting((master) -> master.info().getPort())
				.containsExactly(5050, 5051, 5052);
			assertThat(cluster.masters()).extracting((master) -> master.info().getId()).doesNotHaveDuplicates();
			assertThat(observer.children("/test/marco")).containsExactly("json.info_0000000001", "json.info_0000000002",
					"json.info_0000000003", "log_replicas");
		}
	}

	@Test
	void pathIsPersistentAndOpenToEveryone() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().path("/a/b/c").masters(1).start();
				Observer observer = new Observer(cluster)) {
			for (String path : List.of("/a", "/a/b", "/a/b/c")) {
				Stat stat = new Stat();
				assertThat(observer.zooKeeper().getACL(path, stat)).isEqualTo(Ids.OPEN_ACL_UNSAFE);
				assertThat(stat.getEphemeralOwner()).isZero();
			}
		}
	}

	@Test
	void everyMasterJoinsTheReplicatedLog() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start();
				Observer observer = new Observer(cluster)) {
			assertThat(observer.children("/mesos/log_replicas")).containsExactly("0000000000", "0000000001");
			assertThat(observer.text("/mesos/log_replicas/0000000000")).isEqualTo("log-replica(1)@127.0.0.1:5050");
			cluster.killLeader();
			assertThat(observer.children("/mesos/log_replicas")).containsExactly("0000000001");
		}
	}

	@Test
	void replicatedLogCanBeDisabled() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.builder().logReplicas(false).masters(2).start();
				Observer observer = new Observer(cluster)) {
			assertThat(observer.children("/mesos")).containsExactly("json.info_0000000000", "json.info_0000000001");
		}
	}

	@Test
	void lowestSequenceLeadsRegardlessOfItsLabel() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().format(MasterFormat.JSON).masters(1).start()) {
			SimulatedMaster first = cluster.leader().orElseThrow();
			SimulatedMaster second = cluster.startMaster(MasterFormat.PROTOBUF);
			SimulatedMaster third = cluster.startMaster(MasterFormat.UPID);
			assertThat(first.format()).isEqualTo(MasterFormat.JSON);
			assertThat(cluster.masters()).containsExactly(first, second, third);
			assertThat(cluster.killLeader()).isSameAs(first);
			assertThat(cluster.leader()).containsSame(second);
			third.close();
			assertThat(cluster.masters()).containsExactly(second);
			second.delete();
			assertThat(cluster.masters()).isEmpty();
		}
	}

	@Test
	void newMasterIsLastInElectionOrder() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start()) {
			cluster.killLeader();
			SimulatedMaster late = cluster.startMaster();
			assertThat(late.info().getPort()).isEqualTo(5052);
			assertThat(cluster.masters()).hasSize(2).last().isSameAs(late);
		}
	}

	@Test
	void refusesInvalidPaths() {
		TestMesosClusterBuilder builder = TestMesosCluster.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/")).withMessageContaining("/mesos");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.path("mesos"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/mesos/"));
	}

}
