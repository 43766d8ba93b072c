package io.github.mesosdiscovery.test;

import java.time.Duration;

import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ServerView}.
 */
class ServerViewTests {

	private final TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start();

	@AfterEach
	void close() {
		this.cluster.close();
	}

	@Test
	void clientSessionsExcludeItsOwn() throws Exception {
		this.cluster.client();
		assertThat(this.cluster.sessions()).hasSize(3);
		assertThat(this.cluster.clientSessions()).isEmpty();
		try (Observer observer = new Observer(this.cluster)) {
			assertThat(this.cluster.sessions()).hasSize(4).contains(observer.session());
			assertThat(this.cluster.clientSessions()).containsExactly(observer.session());
			assertThat(this.cluster.connections()).isEqualTo(4);
		}
		assertThat(this.cluster.clientSessions()).isEmpty();
	}

	@Test
	void expiresTheSessionOfAClient() throws Exception {
		try (Observer observer = new Observer(this.cluster)) {
			this.cluster.expireSession(observer.session());
			assertThat(this.cluster.clientSessions()).isEmpty();
			observer.awaitState(KeeperState.Expired);
			assertThat(this.cluster.masters()).hasSize(2);
		}
	}

	@Test
	void cannotExpireAnUnknownSession() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.cluster.expireSession(0xabcdefL))
			.withMessageContaining("0xabcdef")
			.withMessageContaining(Long.toHexString(this.cluster.sessions().get(0)));
	}

	@Test
	void disconnectsAClientAndKeepsItsSession() throws Exception {
		try (Observer observer = new Observer(this.cluster)) {
			long session = observer.session();
			observer.forgetEvents();
			this.cluster.disconnect(session);
			observer.awaitState(KeeperState.Disconnected);
			observer.awaitState(KeeperState.SyncConnected);
			assertThat(observer.session()).isEqualTo(session);
		}
	}

	@Test
	void countsWatches() throws Exception {
		try (Observer observer = new Observer(this.cluster)) {
			assertThat(this.cluster.watchCount()).isZero();
			observer.children("/mesos");
			observer.data(this.cluster.leader().orElseThrow().path());
			assertThat(this.cluster.watchCount()).isEqualTo(2);
		}
		await().until(() -> this.cluster.watchCount() == 0);
	}

	@Test
	void countsRequestsOfASession() throws Exception {
		try (Observer observer = new Observer(this.cluster)) {
			observer.children("/mesos");
			observer.children("/mesos");
			observer.data(this.cluster.leader().orElseThrow().path());
			assertThat(this.cluster.requests(observer.session())).containsOnly(entry("createSession", 1),
					entry("getChildren", 2), entry("getData", 1));
		}
		assertThat(this.cluster.requests(1)).isEmpty();
	}

	@Test
	void doesNotCountPings() throws Exception {
		try (Observer observer = new Observer(this.cluster, Duration.ofSeconds(3))) {
			int timeout = observer.zooKeeper().getSessionTimeout();
			await().during(Duration.ofMillis(timeout))
				.atMost(Duration.ofSeconds(30))
				.until(() -> observer.zooKeeper().getState().isConnected());
			assertThat(this.cluster.requests(observer.session())).containsOnlyKeys("createSession");
		}
	}

	@Test
	void negotiatesSessionTimeoutsBelowASecond() throws Exception {
		try (Observer brief = new Observer(this.cluster, Duration.ofMillis(200));
				Observer usual = new Observer(this.cluster, Duration.ofSeconds(10))) {
			assertThat(brief.zooKeeper().getSessionTimeout()).isEqualTo(200);
			assertThat(usual.zooKeeper().getSessionTimeout()).isEqualTo(10_000);
		}
	}

	@Test
	void negotiatesWithinTheGivenBounds() throws Exception {
		try (TestMesosCluster bounded = TestMesosCluster.builder()
			.tickTime(Duration.ofMillis(50))
			.sessionTimeouts(Duration.ofSeconds(8), Duration.ofSeconds(20))
			.start();
				Observer low = new Observer(bounded, Duration.ofSeconds(7));
				Observer high = new Observer(bounded, Duration.ofSeconds(22))) {
			assertThat(low.zooKeeper().getSessionTimeout()).isEqualTo(8_000);
			assertThat(high.zooKeeper().getSessionTimeout()).isEqualTo(20_000);
		}
	}

	@Test
	void minimumSessionTimeoutIsTwoTicks() throws Exception {
		try (TestMesosCluster slow = TestMesosCluster.builder().tickTime(Duration.ofMillis(500)).start();
				Observer observer = new Observer(slow, Duration.ofMillis(100))) {
			assertThat(observer.zooKeeper().getSessionTimeout()).isEqualTo(1_000);
		}
	}

}
