package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.SessionEnd;
import org.apache.curator.CuratorZookeeperClient;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of sessions that end, the locator's and the masters'.
 */
class SessionScenarioTests extends AbstractScenarioTests {

	/** Long enough to tell who ends it first. */
	private static final Duration LOST_SESSION = Duration.ofSeconds(2);

	private Znode first;

	private String elected;

	@BeforeEach
	void registerMaster() {
		this.path.create();
		this.first = register();
		this.elected = "ELECTED " + this.first.name();
	}

	/**
	 * The client would end the session itself, but later: after four thirds of the
	 * timeout when connections are refused, and after five thirds in silence.
	 */
	@Test
	@DisplayName("#24 An outage of the session timeout withdraws the leader once, and is no failure")
	void anOutageOfTheSessionTimeoutWithdrawsTheLeaderOnce() {
		FollowedMasters masters = follow(builder().sessionTimeout(LOST_SESSION));
		masters.awaitLeader(this.first);
		long session = masters.session();
		long start = System.nanoTime();
		this.network.silence();
		MasterSnapshot withdrawn = masters.awaitState(ConnectionState.DISCONNECTED);
		// It counts from the last contact, which is a ping or two older.
		assertThat(Duration.ofNanos(System.nanoTime() - start))
			.isGreaterThan(LOST_SESSION.multipliedBy(2).dividedBy(3));
		assertThat(withdrawn.leader()).isEmpty();
		assertThat(withdrawn.registrations()).isEmpty();
		assertThat(withdrawn.problem()).map((problem) -> problem.kind()).contains(Kind.DISCONNECTED);
		masters.awaitChanges(this.elected, "DISCONNECTED none");
		assertThat(masters.session()).isEqualTo(session);
		assertThat(masters.client().getState().isAlive()).isTrue();
	}

	@Test
	@DisplayName("#25 The network returns after a long outage: who waited sees the same leader again")
	void theLeaderIsFoundAgainAfterALongOutage() {
		FollowedMasters masters = follow();
		MasterSnapshot found = masters.awaitLeader(this.first);
		CompletableFuture<MasterSnapshot> loss = masters.locator.changedFrom(found);
		this.network.cut();
		assertThat(loss).succeedsWithin(LIMIT)
			.returns(ConnectionState.RECONNECTING, (snapshot) -> snapshot.connection().state())
			.returns(found.leader(), MasterSnapshot::leader);
		CompletableFuture<MasterSnapshot> end = masters.locator.changedFrom(loss.join());
		assertThat(end).succeedsWithin(LIMIT)
			.returns(ConnectionState.DISCONNECTED, (snapshot) -> snapshot.connection().state());
		MasterSnapshot withdrawn = end.join();
		CompletableFuture<MasterSnapshot> change = masters.locator.changedFrom(withdrawn);
		assertThat(change).isNotDone();
		this.network.restore();
		assertThat(change).succeedsWithin(LIMIT)
			.satisfies(
					(snapshot) -> assertThat(snapshot.leader()).map(MesosMaster::epoch).contains(this.first.epoch()));
		Znode second = register();
		masters.awaitHeard(this.first, second);
		assertThat(masters.changes()).containsExactly(this.elected, "DISCONNECTED none", this.elected);
	}

	@Test
	@DisplayName("#25 Ten locators hear nothing for long: none has a leader, and then all have the same")
	void tenLocatorsAgreeAfterALongOutage() {
		List<FollowedMasters> all = Stream.generate(() -> follow(builder().sessionTimeout(LOST_SESSION)))
			.limit(10)
			.toList();
		all.forEach((masters) -> masters.awaitLeader(this.first));
		this.network.silence();
		all.forEach((masters) -> masters.awaitState(ConnectionState.DISCONNECTED));
		assertThat(all).allMatch((masters) -> masters.locator.leader().isEmpty());
		this.first.session().close();
		Znode second = register();
		this.network.restore();
		for (FollowedMasters masters : all) {
			masters.awaitHeard(second);
			assertThat(masters.changes()).containsExactly(this.elected, "DISCONNECTED none",
					"ELECTED " + second.name());
		}
	}

	@Test
	@DisplayName("#26 The locator's session expires while the master lives: none, then the same leader")
	void theSessionOfTheLocatorExpiresWhileTheMasterLives() {
		FollowedMasters masters = followForLong();
		masters.awaitLeader(this.first);
		long session = masters.session();
		SessionEnd.of(zooKeeper.connectString(), masters.client());
		masters.awaitChanges(this.elected, "DISCONNECTED none", this.elected);
		assertThat(masters.session()).isNotEqualTo(session);
		Znode second = register();
		masters.awaitHeard(this.first, second);
		assertThat(masters.changes()).hasSize(3);
		assertThat(masters.epochs()).last().isEqualTo(this.first.epoch());
	}

	@Test
	@DisplayName("#27 The sessions of the locator and of the leader expire: the old leader is not seen again")
	void theSessionsOfTheLocatorAndOfTheLeaderExpire() {
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(this.first, second);
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		SessionEnd.of(zooKeeper.connectString(), masters.client());
		this.first.session().crash();
		this.first.session().expire(zooKeeper.connectString());
		this.network.restore();
		masters.awaitHeard(second);
		Znode probe = register();
		masters.awaitHeard(second, probe);
		assertThat(masters.changes()).containsExactly(this.elected, "DISCONNECTED none", "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#28 The leader's session expires on the server: one event, the next one leads")
	void theSessionOfTheLeaderExpires() {
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(this.first, second);
		long session = masters.session();
		Object connection = masters.locator.snapshot().connection();
		this.first.session().crash();
		this.first.session().expire(zooKeeper.connectString());
		masters.awaitHeard(second);
		Znode probe = register();
		masters.awaitHeard(second, probe);
		assertThat(masters.changes()).containsExactly(this.elected, "ELECTED " + second.name());
		assertThat(masters.locator.snapshot().connection()).isEqualTo(connection);
		assertThat(masters.session()).isEqualTo(session);
	}

	@Test
	@DisplayName("#29 Session after session expires while the locator reads: the leader is found in the end")
	void sessionAfterSessionExpires() {
		FollowedMasters masters = followForLong();
		masters.awaitLeader(this.first);
		for (int i = 0; i < 3; i++) {
			long session = masters.session();
			SessionEnd.of(zooKeeper.connectString(), masters.client());
			// No wait for what the next session reads.
			await("the next session").pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(1))
				.until(() -> masters.session() != session && masters.session() != 0);
		}
		masters.awaitLeader(this.first);
		Znode second = register();
		masters.awaitHeard(this.first, second);
		List<String> changes = masters.changes();
		assertThat(changes).startsWith(this.elected).endsWith(this.elected).hasSizeBetween(3, 7);
		for (int i = 0; i < changes.size(); i++) {
			assertThat(changes.get(i)).isEqualTo((i % 2 == 0) ? this.elected : "DISCONNECTED none");
		}
	}

	@Test
	@DisplayName("#30 The client is replaced: none, then the leader, with watches of the new session alone")
	void theClientIsReplaced() throws Exception {
		FollowedMasters masters = followForLong();
		masters.awaitLeader(this.first);
		ZooKeeper client = masters.client();
		CuratorZookeeperClient curator = (CuratorZookeeperClient) Objects
			.requireNonNull(masters.inside("detector", "connection", "curator"));
		curator.reset();
		masters.awaitChanges(this.elected, "DISCONNECTED none", this.elected);
		assertThat(masters.client()).isNotSameAs(client);
		assertThat(client.getState().isAlive()).isFalse();
		awaitWatches(2);
		Znode second = register();
		masters.awaitHeard(this.first, second);
		this.first.session().close();
		masters.awaitHeard(second);
		assertThat(masters.changes()).hasSize(4).last().isEqualTo("ELECTED " + second.name());
	}

}
