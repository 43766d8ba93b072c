package io.github.mesosdiscovery.test;

import java.util.List;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for other znodes of a {@link TestMesosCluster}.
 */
class RawZnodeTests {

	private final TestMesosCluster cluster = TestMesosCluster.start();

	@AfterEach
	void close() {
		this.cluster.close();
	}

	@Test
	void createsPersistentZnodesAndThePath() throws Exception {
		assertThat(this.cluster.createRaw("info_00000", "x".getBytes(UTF_8))).isEqualTo("/mesos/info_00000");
		try (Observer observer = new Observer(this.cluster)) {
			assertThat(observer.children("/mesos")).containsExactly("info_00000");
			assertThat(observer.text("/mesos/info_00000")).isEqualTo("x");
			assertThat(observer.zooKeeper().exists("/mesos/info_00000", false).getEphemeralOwner()).isZero();
		}
	}

	@Test
	void createsEphemeralAndSequentialZnodes() throws Exception {
		String path = this.cluster.createRaw("foo_", new byte[0], CreateMode.EPHEMERAL_SEQUENTIAL);
		assertThat(path).isEqualTo("/mesos/foo_0000000000");
		assertThat(this.cluster.client().exists(path, false).getEphemeralOwner())
			.isEqualTo(this.cluster.client().getSessionId());
	}

	@Test
	void reportsWhyAZnodeCannotBeCreated() {
		this.cluster.createRaw("foo", new byte[0]);
		assertThatIllegalStateException().isThrownBy(() -> this.cluster.createRaw("foo", new byte[0]))
			.withMessageContaining("NodeExists for /mesos/foo");
	}

	@Test
	void deletesThePathRecursively() throws Exception {
		SimulatedMaster master = this.cluster.startMaster();
		this.cluster.createRaw("foo", new byte[0]);
		this.cluster.deletePath();
		assertThat(this.cluster.client().exists("/mesos", false)).isNull();
		assertThat(master.isAlive()).isFalse();
		this.cluster.deletePath();
		assertThat(this.cluster.startMaster().sequence()).isEqualTo(1);
	}

	@Test
	void createsThePath() throws Exception {
		this.cluster.createPath();
		this.cluster.createPath();
		assertThat(this.cluster.client().getChildren("/mesos", false)).isEmpty();
	}

	@Test
	void aclDoesNotRestrictTheCluster() throws Exception {
		SimulatedMaster first = this.cluster.startMaster();
		this.cluster.setAcl("/mesos", List.of(new ACL(Perms.ALL, new Id("digest", "nobody:x"))));
		this.cluster.setAcl(first.path(), List.of());
		try (Observer observer = new Observer(this.cluster)) {
			assertThatExceptionOfType(KeeperException.NoAuthException.class)
				.isThrownBy(() -> observer.children("/mesos"));
			assertThatExceptionOfType(KeeperException.NoAuthException.class)
				.isThrownBy(() -> observer.data(first.path()));
			SimulatedMaster second = this.cluster.startMaster();
			assertThat(this.cluster.masters()).containsExactly(first, second);
			this.cluster.setAcl("/mesos", Ids.OPEN_ACL_UNSAFE);
			assertThat(observer.children("/mesos")).contains(first.znode(), second.znode());
		}
	}

	@Test
	void clientIsReplacedAfterItsSessionExpired() throws Exception {
		long session = this.cluster.client().getSessionId();
		this.cluster.expireSession(session);
		await().until(() -> this.cluster.client().getSessionId() != session);
		assertThat(this.cluster.client().exists("/", false)).isNotNull();
	}

	@Test
	void clientReconnectsAfterARestart() {
		this.cluster.client();
		this.cluster.restartZooKeeper();
		assertThat(this.cluster.createRaw("foo", new byte[0])).isEqualTo("/mesos/foo");
	}

}
