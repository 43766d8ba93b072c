package io.github.mesosdiscovery.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of servers that are not there, do not answer, or answer nonsense.
 */
class ConnectionScenarioTests extends AbstractScenarioTests {

	@Test
	@DisplayName("#35 The server is absent at the start and comes later: no event before the leader's")
	void theServerComesAfterTheStart() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		this.network.cut();
		FollowedMasters masters = follow();
		assertNeverReached(masters.awaitState(ConnectionState.DISCONNECTED));
		assertThat(masters.locator.lastContact()).isEmpty();
		this.network.restore();
		masters.awaitChanges("ELECTED " + first.name());
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#36 A server that accepts and never answers: the client is replaced after the session timeout")
	void theServerNeverAnswers() {
		assumeNewest();
		this.path.create();
		Znode first = register();
		Znode second = register();
		this.network.silence();
		FollowedMasters masters = follow(builder().sessionTimeout(Duration.ofSeconds(1)));
		assertThat(masters.locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTING);
		await().atMost(LIMIT).until(() -> this.network.connections() > 0);
		ZooKeeper client = masters.client();
		assertNeverReached(masters.awaitState(ConnectionState.DISCONNECTED));
		await().atMost(LIMIT).until(() -> masters.client() != client);
		this.network.restore();
		masters.awaitChanges("ELECTED " + first.name());
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#38 A read that is lost with its connection is read again when the server returns")
	void aReadIsLostWithItsConnection() {
		this.path.create();
		Znode first = register();
		FollowedMasters masters = followForLong();
		masters.awaitMasters(1);
		this.network.delay(Duration.ofSeconds(2));
		Znode second = register();
		masters.awaitListing();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.network.restore();
		masters.awaitHeard(first, second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#39 The server's limits of the session timeout are what counts, not what was asked for")
	void theSessionTimeoutIsNegotiated() {
		Duration shortest = Duration.ofMillis(1600);
		Duration longest = Duration.ofMillis(2000);
		try (ZooKeeperProcess server = ZooKeeperProcess.start(this.version, "minSessionTimeout=" + shortest.toMillis(),
				"maxSessionTimeout=" + longest.toMillis());
				FaultProxy proxy = FaultProxy.to(server.port());
				MasterPath there = new MasterPath(server.connectString(), "/mesos")) {
			there.create();
			Znode master = there.register(MasterFormat.JSON, 5050);
			ZooKeeperMasterLocator.Builder low = through(proxy, there).sessionTimeout(shortest.dividedBy(4));
			ZooKeeperMasterLocator.Builder high = through(proxy, there).sessionTimeout(Duration.ofMinutes(1));
			FollowedMasters hasty = follow(low);
			FollowedMasters patient = follow(high);
			hasty.awaitLeader(master);
			patient.awaitLeader(master);
			assertThat(hasty.client().getSessionTimeout()).isEqualTo(shortest.toMillis());
			assertThat(patient.client().getSessionTimeout()).isEqualTo(longest.toMillis());
			long start = System.nanoTime();
			proxy.cut();
			hasty.awaitState(ConnectionState.DISCONNECTED);
			assertOutage(start, shortest);
			patient.awaitState(ConnectionState.DISCONNECTED);
			assertOutage(start, longest);
			hasty.awaitChanges("ELECTED " + master.name(), "DISCONNECTED none");
			patient.awaitChanges("ELECTED " + master.name(), "DISCONNECTED none");
		}
	}

	@Test
	@DisplayName("#40 A connection that stalls silently, in either direction, is given up and made anew")
	void aConnectionStallsInOneDirection() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		try (FaultProxy other = FaultProxy.to(zooKeeper.port())) {
			List<FollowedMasters> both = List.of(follow(), follow(through(other, this.path)));
			both.forEach((masters) -> masters.awaitMasters(2));
			this.network.silence(Direction.TO_SERVER);
			other.silence(Direction.TO_CLIENT);
			both.forEach((masters) -> masters.awaitState(ConnectionState.DISCONNECTED));
			this.network.restore();
			other.restore();
			both.forEach((masters) -> masters.awaitChanges("ELECTED " + first.name(), "DISCONNECTED none",
					"ELECTED " + first.name()));
			first.delete();
			both.forEach((masters) -> masters.awaitChanges("ELECTED " + first.name(), "DISCONNECTED none",
					"ELECTED " + first.name(), "ELECTED " + second.name()));
		}
	}

	@Test
	@DisplayName("#41 What answers the handshake is no ZooKeeper: it is tried again until one is there")
	void theHandshakeCannotBeUnderstood() {
		assumeNewest();
		this.path.create();
		Znode first = register();
		Znode second = register();
		zooKeeper.kill();
		FollowedMasters masters;
		try (NonsenseServer nonsense = new NonsenseServer(zooKeeper.port(),
				"HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8), new byte[] { 0, 0, 0, 3, 1, 2, 3 },
				new byte[] { -1, -1, -1, -1 })) {
			masters = follow();
			nonsense.awaitAnswers(3);
			assertNeverReached(masters.awaitState(ConnectionState.DISCONNECTED));
		}
		zooKeeper.restart();
		masters.awaitChanges("ELECTED " + first.name());
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	private static ZooKeeperMasterLocator.Builder through(FaultProxy proxy, MasterPath path) {
		return ZooKeeperMasterLocator
			.builder("zk://" + proxy.connectString() + "," + proxy.connectString() + path.path())
			.sessionTimeout(SHORT_SESSION);
	}

	private void assertNeverReached(MasterSnapshot snapshot) {
		assertThat(snapshot.leader()).isEmpty();
		assertThat(snapshot.registrations()).isEmpty();
		MasterProblem problem = snapshot.problem().orElseThrow();
		assertThat(problem.kind()).isEqualTo(Kind.DISCONNECTED);
		assertThat(problem.message())
			.startsWith("ZooKeeper at " + servers() + " could not be reached. Check host and port");
	}

	/** From the last contact on, which is at most two heartbeats before the cut. */
	private static void assertOutage(long start, Duration timeout) {
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(timeout.multipliedBy(2).dividedBy(3),
				timeout.multipliedBy(10));
	}

	/** What happens is the client's doing, whatever the version of the server. */
	private void assumeNewest() {
		Assumptions.assumeTrue(this.version.equals(ZooKeeperVersions.NEWEST), "The server has no part in it");
	}

}
