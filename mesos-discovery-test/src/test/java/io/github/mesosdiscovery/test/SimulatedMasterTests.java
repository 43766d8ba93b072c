package io.github.mesosdiscovery.test;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SimulatedMaster}.
 */
class SimulatedMasterTests {

	private final TestMesosCluster cluster = TestMesosCluster.start();

	private Observer observer;

	@BeforeEach
	void connect() throws Exception {
		this.observer = new Observer(this.cluster);
	}

	@AfterEach
	void close() {
		this.observer.close();
		this.cluster.close();
	}

	@ParameterizedTest
	@EnumSource
	void registersInEachFormat(MasterFormat format) throws Exception {
		MasterInfo info = SimulatedMasters.info(5099).setId("me").build();
		SimulatedMaster master = this.cluster.startMaster(format, info);
		assertThat(master.info()).isEqualTo(info);
		assertThat(master.format()).isEqualTo(format);
		assertThat(master.path()).isEqualTo("/mesos/" + master.znode());
		assertThat(master.znode()).isEqualTo(String.format("%s%010d", format.label(), master.sequence()));
		assertThat(this.observer.data(master.path())).isEqualTo(format.encode(info));
		assertThat(master).hasToString("master@127.0.0.1:5099 (" + master.path() + ")");
	}

	@Test
	void hasAnEphemeralZnodeInItsOwnSession() throws Exception {
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		Stat stat = this.observer.zooKeeper().exists(first.path(), false);
		assertThat(stat.getEphemeralOwner()).isEqualTo(first.session()).isNotEqualTo(second.session());
		assertThat(first.epoch()).isEqualTo(stat.getCzxid());
		assertThat(second.epoch()).isGreaterThan(first.epoch());
		assertThat(second.sequence()).isGreaterThan(first.sequence());
	}

	@Test
	void updatePublishesInTheSameZnode() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		assertThat(this.observer.text(master.path())).contains("\"version\":\"1.11.0\"");
		MasterInfo changed = master.info().toBuilder().setVersion("1.12.0").build();
		master.update(changed);
		await().until(() -> this.observer.events().stream().anyMatch((e) -> e.getType() == EventType.NodeDataChanged));
		assertThat(this.observer.text(master.path())).isEqualTo(MasterInfoJson.write(changed));
		assertThat(master.info()).isEqualTo(changed);
	}

	@Test
	void setDataWritesAnyData() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		MasterInfo info = master.info();
		master.setData("{not json".getBytes(UTF_8));
		assertThat(this.observer.text(master.path())).isEqualTo("{not json");
		assertThat(master.info()).isEqualTo(info);
	}

	@Test
	void deleteKeepsTheSession() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		master.delete();
		assertThat(this.observer.zooKeeper().exists(master.path(), false)).isNull();
		assertThat(master.isAlive()).isFalse();
		assertThat(this.cluster.sessions()).contains(master.session());
		assertThatIllegalStateException().isThrownBy(() -> master.setData(new byte[0])).withMessageContaining("NoNode");
	}

	@Test
	void closeEndsTheSession() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		assertThat(master.isAlive()).isTrue();
		master.close();
		assertThat(master.isAlive()).isFalse();
		assertThat(this.cluster.sessions()).doesNotContain(master.session());
		assertThat(this.observer.zooKeeper().exists(master.path(), false)).isNull();
		master.close();
	}

	@Test
	void killRemovesTheZnodeWithoutWaitingForTheSessionTimeout() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		long start = System.nanoTime();
		master.kill();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(this.observer.zooKeeper().exists(master.path(), false)).isNull();
		assertThat(this.cluster.sessions()).doesNotContain(master.session());
		assertThat(master.isAlive()).isFalse();
		master.kill();
	}

	@Test
	void cannotBeKilledWhileZooKeeperIsStopped() {
		SimulatedMaster master = this.cluster.startMaster();
		this.cluster.stopZooKeeper();
		assertThatIllegalStateException().isThrownBy(master::kill).withMessageContaining("startZooKeeper()");
		assertThat(master.isAlive()).isTrue();
	}

	@Test
	void registersAgainWhenItsSessionExpires() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		SimulatedMaster next = this.cluster.startMaster();
		MasterInfo changed = master.info().toBuilder().setVersion("1.12.0").build();
		master.update(changed);
		String znode = master.znode();
		long session = master.session();
		long epoch = master.epoch();
		this.cluster.expireSession(session);
		assertThat(this.observer.children("/mesos")).doesNotContain(znode);
		await().until(() -> this.cluster.masters().equals(List.of(next, master)));
		assertThat(master.sequence()).isGreaterThan(next.sequence());
		assertThat(master.epoch()).isGreaterThan(epoch);
		assertThat(master.session()).isNotEqualTo(session);
		assertThat(this.observer.text(master.path())).isEqualTo(MasterInfoJson.write(changed));
		assertThat(this.cluster.clientSessions()).containsExactly(this.observer.session());
		this.cluster.expireSession(master.session());
		await().until(master::isAlive);
	}

	@Test
	void doesNotRegisterAgainAfterItIsClosed() {
		SimulatedMaster master = this.cluster.startMaster();
		this.cluster.expireSession(master.session());
		master.kill();
		await().until(master::isClosed);
		assertThat(this.cluster.masters()).isEmpty();
		assertThat(this.cluster.sessions()).containsExactly(this.observer.session());
	}

}
