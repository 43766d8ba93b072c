package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.C;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for older views, and for heartbeats that contradict the accepted view.
 */
class StaleViewTransitionTests {

	private static final Failure MISSING = new Failure(Cause.MISSING, "NONODE");

	@Test
	void anOlderViewIsRefusedUntilANewerOneComes() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect().list(10, 99, A);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RETRY);
		assertThat(scenario.last(Command.ListChildren.class).sync()).isTrue();
		scenario.list(9, 120, A).due(Timer.RETRY).list(10, 100, B).read(B, 1);
		assertThat(scenario.leader()).isEqualTo(B);
		assertThat(scenario.state.guard().generation()).isZero();
		assertThat(scenario.state.guard().refusals()).isZero();
	}

	@Test
	void aMissingPathInANewSessionIsRefused() {
		StateMachineScenario scenario = StateMachineScenario.following(A).open().connect().list(Cause.MISSING);
		assertThat(scenario.problem()).isEqualTo(Kind.DISCONNECTED);
		scenario.due(Timer.RETRY).list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aViewThatStaysOlderIsAcceptedInTheEnd() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect();
		for (int i = 1; i < StaleViewGuard.MAX_REFUSALS; i++) {
			scenario.list(5, 50, A).due(Timer.RETRY);
			assertThat(scenario.leader()).isEqualTo("none");
		}
		scenario.list(5, 50, A);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.state.guard().generation()).isEqualTo(1);
		assertThat(scenario.result().commands())
			.containsExactly(new Command.ListChildren(2, StaleViewGuard.MAX_REFUSALS + 1, false));
		scenario.list(5, 50, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void otherFailuresDoNotMakeAnOlderViewWaitLonger() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect().list(Cause.DENIED);
		for (int refusals = 0; refusals < StaleViewGuard.MAX_REFUSALS - 1; refusals++) {
			for (int i = 0; i < 8; i++) {
				scenario.due(Timer.RETRY).list(Cause.DENIED);
			}
			assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.MAX_PAUSE);
			scenario.due(Timer.RETRY).list(10, 90, A);
			assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(refusals));
		}
	}

	@Test
	void changesOfAnOlderViewDoNotUseTheRefusalsUp() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect().list(10, 90, A).forget();
		for (int i = 0; i < StaleViewGuard.MAX_REFUSALS; i++) {
			scenario.pathChanged();
		}
		assertThat(scenario.requests()).isEmpty();
		scenario.due(Timer.RETRY);
		assertThat(scenario.last(Command.ListChildren.class).sync()).isTrue();
		scenario.list(10, 110, C).read(C, 3).forget().pathChanged();
		assertThat(scenario.requests()).hasSize(1);
	}

	@Test
	void aPathThatStaysMissingIsAcceptedInTheEnd() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect();
		for (int i = 1; i < StaleViewGuard.MAX_REFUSALS; i++) {
			scenario.list(Cause.MISSING).due(Timer.RETRY);
		}
		scenario.list(Cause.MISSING).list(Cause.MISSING).check(MISSING);
		assertThat(scenario.problem()).isEqualTo(Kind.NO_PATH);
		scenario.pathChanged().list(5, 6, A).read(A, 6);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void anAnsweredHeartbeatThatContradictsTheViewCausesAListing() {
		assertThat(StateMachineScenario.following(A).answerHeartbeat().requests()).isEmpty();
		assertThat(StateMachineScenario.following(A).answerHeartbeat(new Input.PathVersion(10, 99)).requests())
			.isEmpty();
		assertThat(
				StateMachineScenario.following(A).answerHeartbeat(new Failure(Cause.OTHER, "SYSTEMERROR")).requests())
			.isEmpty();
		assertThat(StateMachineScenario.following(A).answerHeartbeat(new Input.PathVersion(10, 101)).requests())
			.hasSize(1);
		assertThat(StateMachineScenario.following(A).answerHeartbeat(new Input.PathVersion(200, 201)).requests())
			.hasSize(1);
		assertThat(StateMachineScenario.following(A).answerHeartbeat(MISSING).requests()).hasSize(1);
		assertThat(StateMachineScenario.following(A).answerHeartbeat(new Failure(Cause.DENIED, "NOAUTH")).requests())
			.hasSize(1);
	}

	@Test
	void anAnsweredHeartbeatDetectsThePathThatWasMissing() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(Cause.MISSING)
			.answerHeartbeat(new Input.PathVersion(10, 10));
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(1);
		scenario.check(MISSING).answerHeartbeat(MISSING);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(1);
		scenario.answerHeartbeat(new Input.PathVersion(10, 10));
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void anAnsweredHeartbeatDoesNotHastenARetry() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(Cause.DENIED).forget();
		assertThat(scenario.answerHeartbeat(new Input.PathVersion(10, 100)).requests()).isEmpty();
		scenario = StateMachineScenario.following(A)
			.pathChanged()
			.forget()
			.answerHeartbeat(new Input.PathVersion(10, 101));
		assertThat(scenario.requests()).isEmpty();
	}

}
