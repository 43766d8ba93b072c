package io.github.mesosdiscovery.zookeeper.election;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.election.Input.Children;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SnapshotProjection}.
 */
class SnapshotProjectionTests {

	@Test
	void otherChildrenArePublishedWithoutAnEvent() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged();
		scenario.listed(new Children(List.of(StateMachineScenario.name(A)), List.of("log_replicas", "more"), 10, 110));
		assertThat(scenario.snapshot().otherChildren()).containsExactly("log_replicas", "more");
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void anotherProblemIsPublishedWithoutAnEvent() {
		StateMachineScenario scenario = StateMachineScenario.following().pathChanged().list(Cause.MISSING);
		assertThat(scenario.problem()).isEqualTo(MasterProblem.Kind.NO_PATH);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void theConnectionKeepsTheTimeOfItsState() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		Object since = scenario.snapshot().connection().since();
		scenario.after(50).pathChanged().list(10, 110, A, B).read(B, 2);
		assertThat(scenario.snapshot().connection().since()).isEqualTo(since);
		scenario.after(50).disconnect();
		assertThat(scenario.snapshot().connection().since()).isNotEqualTo(since);
	}

	@Test
	void everyChangeOfTheLeaderIsKeptWithItsTimeAndProblem() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).after(5).deleted(A).after(5).deleted(B);
		Instant end = Instant.ofEpochSecond(scenario.now);
		assertThat(scenario.snapshot().changes()).extracting(SnapshotProjectionTests::change)
			.containsExactly("null: none -> " + A, "null: " + A + " -> " + B, "NO_MASTERS: " + B + " -> none");
		assertThat(scenario.snapshot().changes()).extracting(LeaderChange::at).endsWith(end.minusSeconds(5), end);
	}

	@Test
	void theLastSixteenChangesAreKeptInOrder() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, A).read(A, 1);
		for (int version = 2; version <= 20; version++) {
			scenario.changed(A).read(StateMachineScenario.master(A, 1, "1." + version));
		}
		assertThat(scenario.snapshot().changes())
			.extracting((change) -> Objects.requireNonNull(change.leader()).version())
			.containsExactlyElementsOf(IntStream.rangeClosed(5, 20).mapToObj((version) -> "1." + version).toList());
	}

	private static String change(LeaderChange change) {
		return change.problem() + ": " + znode(change.previous()) + " -> " + znode(change.leader());
	}

	private static String znode(@Nullable MesosMaster master) {
		return (master != null) ? master.znode() : "none";
	}

	@Test
	void messagesNameEnsemblePathZnodeAndWhatToDo() {
		assertThat(message(new StateMachineScenario().open().connect().list(Cause.MISSING))).contains("zk1:2181",
				"/mesos", "does not exist", "Check the path");
		assertThat(message(new StateMachineScenario().open().connect().list(Cause.DENIED))).contains("zk1:2181",
				"/mesos", "ACL", "every 10 s");
		assertThat(message(new StateMachineScenario().open().connect().list(10, 100))).contains("zk1:2181", "/mesos",
				"No master is registered");
		assertThat(message(new StateMachineScenario().open().connect().list(10, 100, A).readUndecodable(A))).contains(A,
				"/mesos", "no JSON");
		assertThat(message(new StateMachineScenario().open().connect().list(10, 100, A).failRead(A, Cause.DENIED)))
			.contains(A, "ACL");
		assertThat(message(new StateMachineScenario().open().connect().list(10, 100, A).failRead(A, Cause.OTHER)))
			.contains(A, "OTHER");
		assertThat(message(new StateMachineScenario().open().after(StateMachineScenario.TIMEOUT).due(Timer.DEADLINE)))
			.contains("zk1:2181", "could not be reached", "2181", "quorum", "maxClientCnxns", "TLS");
		assertThat(message(
				StateMachineScenario.following(A).disconnect().after(StateMachineScenario.TIMEOUT).due(Timer.DEADLINE)))
			.contains("zk1:2181", "session timeout")
			.doesNotContain("TLS");
	}

	@Test
	void messagesNameTheLogOfTheHandshakeWithTls() {
		assertThat(
				message(StateMachineScenario.usingTls().open().after(StateMachineScenario.TIMEOUT).due(Timer.DEADLINE)))
			.contains("could not be reached with TLS", "secureClientPort",
					"org.apache.zookeeper.ClientCnxnSocketNetty");
		assertThat(message(StateMachineScenario.usingTls()
			.open()
			.connect()
			.list(10, 100)
			.disconnect()
			.after(StateMachineScenario.TIMEOUT)
			.due(Timer.DEADLINE))).contains("has not responded", "org.apache.zookeeper.ClientCnxnSocketNetty");
	}

	private static String message(StateMachineScenario scenario) {
		return scenario.snapshot().problem().orElseThrow().message();
	}

}
