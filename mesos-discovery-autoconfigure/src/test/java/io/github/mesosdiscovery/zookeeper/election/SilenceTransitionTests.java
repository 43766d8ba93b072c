package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for heartbeats, contact and silence.
 */
class SilenceTransitionTests {

	private static final long HEARTBEAT = TIMEOUT / 6;

	@Test
	void silenceCountsFromTheFirstUnansweredHeartbeat() {
		StateMachineScenario scenario = StateMachineScenario.following(A).after(HEARTBEAT).due(Timer.HEARTBEAT);
		assertThat(scenario.requests()).containsExactly(new Command.SendHeartbeat(1));
		scenario.after(HEARTBEAT).due(Timer.HEARTBEAT);
		assertThat(scenario.requests()).hasSize(1);
		scenario.after(3 * HEARTBEAT).disconnect();
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(2 * HEARTBEAT);
		scenario.after(2 * HEARTBEAT).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
	}

	@Test
	void aConnectionThatBreaksWasAliveUntilThen() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.after(HEARTBEAT)
			.due(Timer.HEARTBEAT)
			.answerHeartbeat();
		scenario.after(HEARTBEAT / 2).disconnect();
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
	}

	@Test
	void theTimeOfAStoppedProcessIsNoContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A).after(5 * HEARTBEAT).disconnect();
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(2 * HEARTBEAT);
	}

	@Test
	void aHeartbeatReplyThatWaitedWhileTheProcessWasStoppedIsNoContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A).after(HEARTBEAT).due(Timer.HEARTBEAT);
		scenario.after(10 * TIMEOUT).answerHeartbeat();
		assertThat(scenario.leader()).isEqualTo("none");
		scenario.list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aConnectionIsNoContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		for (int i = 0; i < 7; i++) {
			scenario.disconnect().after(HEARTBEAT / 2).connect().after(HEARTBEAT / 2).answerHeartbeat();
		}
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("answers no read");
	}

	@Test
	void aListIsContactThoughTheLeaderWasDeletedBeforeIt() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).disconnect().after(TIMEOUT - 1).connect();
		scenario.changed(B).deleted(A).list(10, 110, B).after(HEARTBEAT).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.read(B, 2);
		assertThat(scenario.leader()).isEqualTo(B);
	}

	@Test
	void aListedSuccessorIsContactOnce() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT - 1)
			.connect()
			.list(10, 110, B);
		scenario.after(HEARTBEAT).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aViewThatEndsAnOutageIsContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.open();
		scenario.after(TIMEOUT / 2).connect().after(TIMEOUT - 1).list(10, 110, B).after(HEARTBEAT).disconnect();
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
	}

	@Test
	void aListedSuccessorThatIsNeverReadDoesNotKeepTheLeader() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		for (int i = 0; i < 8; i++) {
			scenario.disconnect().after(HEARTBEAT / 2).connect().list(10, 110, B).after(HEARTBEAT / 2);
			scenario.failRead(B, Cause.CONNECTION).answerHeartbeat();
		}
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		scenario.answerHeartbeat().list(10, 110, B).read(B, 2);
		assertThat(scenario.leader()).isEqualTo(B);
	}

	@Test
	void aLeaderThatIsListedAndNotReadAgainStays() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B);
		for (int i = 0; i < 7; i++) {
			scenario.disconnect().after(HEARTBEAT / 2).connect().list(10, 100, A, B).after(HEARTBEAT / 2);
			scenario.failRead(A, Cause.CONNECTION).due(Timer.DEADLINE);
		}
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aListThatStaysTooLargeReplacesNoClientWhoseHeartbeatsAreAnswered() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.listed(new Input.Failure(Cause.TOO_LARGE, "too large"));
		scenario.forget();
		for (int i = 0; i < 60; i++) {
			scenario.after(HEARTBEAT).due(Timer.HEARTBEAT).answerHeartbeat().pathChanged().due(Timer.DEADLINE);
		}
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.commands(Command.RecreateClient.class)).isEmpty();
		assertThat(scenario.commands(Command.ListChildren.class)).isEmpty();
	}

	@Test
	void aNewClientGetsItsTimeThoughTheLastOneHadConnected() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.connect()
			.disconnect()
			.on(new Input.SessionExpired(1))
			.open();
		scenario.after(TIMEOUT - 1).connect().forget().after(1).due(Timer.DEADLINE);
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aServerThatConnectsAndDoesNotAnswerIsAProblemAtTheFirstStart() {
		StateMachineScenario scenario = new StateMachineScenario().open();
		for (int i = 0; i < 6; i++) {
			scenario.connect().after(HEARTBEAT / 2).list(Cause.CONNECTION).disconnect().after(HEARTBEAT / 2);
		}
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("answers no read");
	}

	@Test
	void aConnectionOfTheLastMomentIsNoSilentServer() {
		StateMachineScenario scenario = new StateMachineScenario().open().after(TIMEOUT - 1_000_000).connect();
		scenario.after(1_000_000).due(Timer.DEADLINE);
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("could not be reached");
	}

	@Test
	void aConnectionThatHadTimeToAnswerIsASilentServer() {
		StateMachineScenario scenario = new StateMachineScenario().open().after(TIMEOUT - HEARTBEAT / 10).connect();
		scenario.after(HEARTBEAT / 10).due(Timer.DEADLINE);
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("answers no read");
	}

	@Test
	void heartbeatsGoOn() {
		StateMachineScenario scenario = StateMachineScenario.following(A).due(Timer.HEARTBEAT);
		assertThat(scenario.scheduled(Timer.HEARTBEAT)).isEqualTo(HEARTBEAT);
	}

	@Test
	void aListThatIsTooLargeIsNoContactThoughHeartbeatsAreAnswered() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.listed(new Input.Failure(Cause.TOO_LARGE, "too large"));
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.leader()).isEqualTo(A);
		for (int i = 0; i < 6; i++) {
			scenario.after(HEARTBEAT).due(Timer.HEARTBEAT).answerHeartbeat();
		}
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("too large");
		scenario.due(Timer.RETRY).list(10, 110, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aServerThatDemandsAuthenticationIsNamedAtOnceAndLost() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.UNAUTHENTICATED);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.disconnect()
			.connect()
			.answerHeartbeat(new Input.Failure(Cause.UNAUTHENTICATED, "-124"))
			.requests()).hasSize(2);
		scenario.after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
	}

	@Test
	void aServerThatBeginsToDemandAuthenticationLosesItsLeader() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.connect()
			.list(Cause.UNAUTHENTICATED);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.disconnect().connect().list(Cause.UNAUTHENTICATED).after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.changes()).containsExactly("NOT_AUTHORIZED " + A + " -> none", "MASTERS []");
	}

	@Test
	void aServerThatDemandsAuthenticationIsNamedWhicheverReadItRefuses() {
		List<StateMachineScenario> refused = List.of(
				StateMachineScenario.following(A).answerHeartbeat(new Input.Failure(Cause.UNAUTHENTICATED, "-124")),
				StateMachineScenario.following(A).changed(A).failRead(A, Cause.UNAUTHENTICATED));
		for (StateMachineScenario scenario : refused) {
			scenario.disconnect().after(TIMEOUT).due(Timer.DEADLINE);
			assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		}
	}

	@Test
	void anAnsweredHeartbeatIsContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		for (int i = 0; i < 12; i++) {
			scenario.after(HEARTBEAT).due(Timer.HEARTBEAT).answerHeartbeat().due(Timer.DEADLINE);
		}
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.requests()).hasSize(12);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void everyAnswerIsContactAndNoWatchIs() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		long begun = scenario.now;
		scenario.after(TIMEOUT / 2).pathChanged();
		assertThat(scenario.lastContact()).isEqualTo(begun);
		scenario.after(1).list(10, 110, A, B);
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
		scenario.after(1).read(B, 2);
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
		long last = scenario.now;
		scenario.after(1).pathChanged().after(1).list(Cause.CONNECTION);
		assertThat(scenario.lastContact()).isEqualTo(last);
	}

	@Test
	void anAnswerIsContactOnceWhileTheNextLeaderIsRead() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(B).deleted(A);
		scenario.after(HEARTBEAT).due(Timer.HEARTBEAT).answerHeartbeat();
		long first = scenario.now;
		assertThat(scenario.lastContact()).isEqualTo(first);
		scenario.after(HEARTBEAT).due(Timer.HEARTBEAT).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(first);
		scenario.after(1).read(B, 1);
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
	}

	@Test
	void aRegistrationThatIsListedFirstIsContactOnce() {
		StateMachineScenario scenario = StateMachineScenario.following().after(7).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
		scenario.after(7).pathChanged().list(10, 110, A);
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
		long last = scenario.now;
		scenario.after(7).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(last);
	}

	@Test
	void everyAnswerIsContactWhileThePublishedLeaderIsReadAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(A).after(7).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
		scenario.failRead(A, Cause.OTHER).after(7).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
	}

	@Test
	void anAnsweredHeartbeatIsNoContactWithoutACurrentView() {
		StateMachineScenario scenario = StateMachineScenario.following(A).disconnect().connect();
		long last = scenario.lastContact();
		scenario.after(7).answerHeartbeat();
		assertThat(scenario.lastContact()).isEqualTo(last);
	}

	@Test
	void silenceWhileConnectedWithdrawsTheLeaderAndAnAnswerRestoresIt() {
		StateMachineScenario scenario = StateMachineScenario.following(A).after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		scenario.forget().answerHeartbeat();
		assertThat(scenario.requests()).hasSize(1);
		scenario.answerHeartbeat();
		assertThat(scenario.requests()).hasSize(1);
		scenario.list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aClientWithoutAnyReplyIsReplaced() {
		StateMachineScenario scenario = StateMachineScenario.following(A).after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
		scenario.forget().after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
		scenario.forget().due(Timer.DEADLINE).due(Timer.HEARTBEAT).due(Timer.RETRY);
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aClientThatDoesNotReconnectIsReplaced() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
		scenario.forget().due(Timer.DEADLINE);
		assertThat(scenario.requests()).isEmpty();
		scenario.open().connect().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aReplacementThatConnectsInTimeIsKept() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.open()
			.forget();
		scenario.after(TIMEOUT - 1).connect().after(1).due(Timer.DEADLINE);
		scenario.list(10, 100, A).read(A, 1).after(TIMEOUT - 1).answerHeartbeat().after(1).due(Timer.DEADLINE);
		assertThat(scenario.commands(Command.RecreateClient.class)).isEmpty();
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	@DisplayName("#36 A client that never connects is replaced each session timeout")
	void aClientThatNeverConnectsIsReplacedEachSessionTimeout() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.after(TIMEOUT - 1)
			.due(Timer.DEADLINE)
			.due(Timer.RECREATE);
		assertThat(scenario.requests()).isEmpty();
		for (int failures = 0; failures < 3; failures++) {
			scenario.after(1).due(Timer.DEADLINE);
			assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
			assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(failures));
			scenario.forget().due(Timer.RECREATE);
			assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
			scenario.open();
			assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
			scenario.forget().after(TIMEOUT - 1);
		}
		scenario.connect().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aClientThatConnectsWhileItIsReplacedIsIgnored() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.due(Timer.RECREATE)
			.forget();
		assertThat(scenario.connect().requests()).isEmpty();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.open().connect().list(10, 100, A).read(A, 1).leader()).isEqualTo(A);
	}

	@Test
	void aClientThatIsReplacedForItsSilenceIsIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
		assertThat(scenario.forget().disconnect().connect().requests()).isEmpty();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
	}

	@Test
	void aReplacementThatFailsIsRepeated() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.due(Timer.RECREATE)
			.forget();
		scenario.on(new Input.ClientFailed(1, null, null)).due(Timer.RECREATE);
		assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
	}

	@Test
	void aClientThatConnectsBeforeItIsReplacedIsKept() {
		StateMachineScenario scenario = new StateMachineScenario().open().after(TIMEOUT).due(Timer.DEADLINE).connect();
		scenario.due(Timer.RECREATE);
		assertThat(scenario.commands(Command.RecreateClient.class)).isEmpty();
		scenario.list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void anAnswerAfterASilenceRestoresTheLeader() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.list(10, 110, A);
		scenario.read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void anAnsweredHeartbeatIsContactWhateverItReports() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.after(7)
			.answerHeartbeat(new Input.Failure(Cause.OTHER, "SYSTEMERROR"));
		assertThat(scenario.lastContact()).isEqualTo(scenario.now);
	}

}
