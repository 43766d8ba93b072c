package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for connections and sessions that end.
 */
class LocatorSessionTests extends AbstractLocatorTests {

	@Test
	void shortOutagePublishesNothing() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(8)));
		awaitSettled(locator, 1);
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.RECONNECTING);
		assertThat(leader(locator)).isEqualTo(first.znode());
		this.cluster.startZooKeeper();
		awaitState(locator, ConnectionState.CONNECTED);
		assertThat(this.recorder.changes()).containsExactly("ELECTED " + first.znode());
		assertThat(this.recorder.masters).hasSize(1);
	}

	@Test
	void longOutageWithdrawsTheLeaderAfterTheSessionTimeout() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 1);
		long before = System.nanoTime();
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.DISCONNECTED);
		Duration outage = Duration.ofNanos(System.nanoTime() - before);
		assertThat(outage).isGreaterThanOrEqualTo(SESSION_TIMEOUT);
		assertThat(locator.leader()).isEmpty();
		assertThat(locator.masters()).isEmpty();
		awaitChanges("ELECTED " + first.znode(), "DISCONNECTED none");
		this.cluster.startZooKeeper();
		awaitChanges("ELECTED " + first.znode(), "DISCONNECTED none", "ELECTED " + first.znode());
	}

	@Test
	void brokenConnectionIsReestablishedInTheSameSession() {
		SimulatedMaster first = this.cluster.startMaster();
		// ZooKeeper's client takes one to two seconds to reconnect to a single server.
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(8)));
		awaitSettled(locator, 1);
		long session = this.cluster.clientSessions().get(0);
		this.cluster.disconnect(session);
		await().until(() -> this.cluster.requests(session).getOrDefault("getChildren2", 0) == 2);
		awaitSettled(locator, 1);
		assertThat(this.cluster.clientSessions()).containsExactly(session);
		assertThat(this.recorder.changes()).containsExactly("ELECTED " + first.znode());
	}

	@Test
	void expiredSessionIsReplacedAndTheLeaderFoundAgain() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 1);
		this.cluster.expireSession(this.cluster.clientSessions().get(0));
		awaitChanges("ELECTED " + first.znode(), "DISCONNECTED none", "ELECTED " + first.znode());
		SimulatedMaster second = this.cluster.startMaster();
		this.cluster.killLeader();
		awaitLeader(locator, second.znode());
	}

	@Test
	void leaderThatDiesWhileTheSessionIsReplacedIsNotPublishedAgain() {
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 2);
		this.cluster.expireSession(this.cluster.clientSessions().get(0));
		first.kill();
		awaitLeader(locator, second.znode());
		await().untilAsserted(() -> assertThat(this.recorder.changes()).startsWith("ELECTED " + first.znode())
			.endsWith("ELECTED " + second.znode()));
		assertThat(this.recorder.changes().stream().filter(("ELECTED " + second.znode())::equals)).hasSize(1);
	}

	@Test
	void changeDuringAnOutageIsOneChange() {
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(8)));
		awaitSettled(locator, 2);
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.RECONNECTING);
		this.cluster.startZooKeeper();
		first.kill();
		awaitChanges("ELECTED " + first.znode(), "ELECTED " + second.znode());
	}

	@Test
	void startDoesNotRequireZooKeeper() throws IOException {
		SimulatedMaster first = this.cluster.startMaster();
		this.cluster.stopZooKeeper();
		ZooKeeperMasterLocator locator = start();
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(locator.lastContact()).isEmpty();
		awaitProblem(locator, Kind.DISCONNECTED);
		assertThat(this.recorder.leaders).isEmpty();
		this.cluster.startZooKeeper();
		awaitLeader(locator, first.znode());
	}

	@Test
	void hostThatCannotBeResolvedAffectsNoOther() {
		SimulatedMaster first = this.cluster.startMaster();
		String mechanism = "zk://no-such-host.invalid:2181," + this.cluster.connectString() + this.cluster.path();
		awaitLeader(start(ZooKeeperMasterLocator.builder(mechanism)), first.znode());
		ZooKeeperMasterLocator alone = start(
				ZooKeeperMasterLocator.builder("zk://no-such-host.invalid/mesos").sessionTimeout(SESSION_TIMEOUT));
		awaitProblem(alone, Kind.DISCONNECTED);
		assertThat(alone.snapshot().problem().orElseThrow().message()).contains("no-such-host.invalid:2181");
	}

	@Test
	void wipedEnsembleIsAcceptedEventually() {
		for (int i = 0; i < 5; i++) {
			this.cluster.startMaster();
		}
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 5);
		this.cluster.wipe();
		SimulatedMaster anew = this.cluster.startMaster();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> locator.leader().map((leader) -> leader.id().equals(anew.info().getId())).orElse(false));
		assertThat(locator.masters()).hasSize(1);
	}

	@Test
	void rejectedClientIsReplaced() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 1);
		zooKeeper(locator).addAuthInfo("no-such-scheme", new byte[0]);
		await().until(() -> this.recorder.changes().size() == 3);
		assertThat(this.recorder.changes()).containsExactly("ELECTED " + first.znode(), "NOT_AUTHORIZED none",
				"ELECTED " + first.znode());
		// A refused client cannot close its session, so its session ends with its
		// timeout.
		await().until(() -> this.cluster.clientSessions().size() == 1);
	}

	@Test
	void lastContactIsNeverOlderThanAFractionOfTheTimeout() {
		this.cluster.startMaster();
		Duration timeout = SESSION_TIMEOUT.multipliedBy(2);
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(timeout));
		awaitSettled(locator, 1);
		Instant last = locator.lastContact().orElseThrow();
		await().pollInterval(Duration.ofMillis(10)).until(() -> {
			assertThat(Duration.between(locator.lastContact().orElseThrow(), Instant.now()))
				.isLessThan(timeout.dividedBy(2));
			return locator.lastContact().orElseThrow().isAfter(last.plus(timeout));
		});
	}

	@Test
	void resyncReadsEverythingAgain() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(
				builder().sessionTimeout(Duration.ofMillis(500)).resyncInterval(Duration.ofMillis(200)));
		awaitLeader(locator, first.znode());
		// On a busy machine so short a session can be lost, and the next one counts.
		await().until(() -> this.cluster.clientSessions()
			.stream()
			.map(this.cluster::requests)
			.anyMatch((requests) -> requests.getOrDefault("getChildren2", 0) >= 4
					&& requests.getOrDefault("getData", 0) >= 4));
		List<String> changes = this.recorder.changes();
		assertThat(IntStream.range(1, changes.size())).noneMatch((i) -> changes.get(i).equals(changes.get(i - 1)));
		await().until(() -> this.cluster.watchCount() == 2);
	}

	@Test
	void silentServerIsDetected() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1)) {
			ZooKeeperMasterLocator locator = start(
					ZooKeeperMasterLocator.builder("zk://127.0.0.1:" + silent.getLocalPort() + "/mesos")
						.sessionTimeout(SESSION_TIMEOUT));
			awaitProblem(locator, Kind.DISCONNECTED);
		}
	}

	@Test
	void locatorConnectsToItsOwnCluster() {
		try (TestMesosCluster other = TestMesosCluster.start()) {
			SimulatedMaster first = other.startMaster();
			ZooKeeperMasterLocator locator = start(ZooKeeperMasterLocator.builder(other.mechanism()));
			awaitLeader(locator, first.znode());
			assertThat(this.cluster.clientSessions()).isEmpty();
		}
	}

	private static ZooKeeper zooKeeper(ZooKeeperMasterLocator locator) {
		Object detector = Objects.requireNonNull(ReflectionTestUtils.getField(locator, "detector"));
		Object client = Objects.requireNonNull(ReflectionTestUtils.getField(detector, "client"));
		return (ZooKeeper) Objects.requireNonNull(ReflectionTestUtils.getField(client, "zooKeeper"));
	}

	@Test
	void clientThatCannotBeCreatedIsRetried() {
		SimulatedMaster first = this.cluster.startMaster();
		String property = "zookeeper.clientCnxnSocket";
		ZooKeeperMasterLocator locator;
		System.setProperty(property, "no.such.Socket");
		try {
			locator = start();
			awaitProblem(locator, Kind.DISCONNECTED);
		}
		finally {
			System.clearProperty(property);
		}
		awaitLeader(locator, first.znode());
		await().until(() -> this.cluster.clientSessions().size() == 1);
	}

}
