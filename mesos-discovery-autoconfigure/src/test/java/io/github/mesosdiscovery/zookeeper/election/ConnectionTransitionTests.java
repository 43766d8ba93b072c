package io.github.mesosdiscovery.zookeeper.election;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lost connections, expired sessions and failed clients.
 */
class ConnectionTransitionTests {

	private static final long HEARTBEAT = TIMEOUT / 6;

	@Test
	void aConnectionStartsAllTimersAndOneListing() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect();
		assertThat(scenario.requests()).containsExactly(new Command.ListChildren(1, 1, false));
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
		assertThat(scenario.scheduled(Timer.HEARTBEAT)).isEqualTo(HEARTBEAT);
		assertThat(scenario.scheduled(Timer.RESYNC)).isEqualTo(StateMachineScenario.RESYNC);
	}

	@Test
	void theNegotiatedTimeoutCounts() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.on(new Input.Connected(1, 2 * TIMEOUT, Sasl.NONE, StateMachineScenario.ENSEMBLE));
		assertThat(scenario.scheduled(Timer.HEARTBEAT)).isEqualTo(2 * HEARTBEAT);
		scenario.list(10, 100, A).read(A, 1).after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
		assertThat(scenario.snapshot().connection().sessionTimeout()).isEqualTo(Duration.ofNanos(2 * TIMEOUT));
	}

	@Test
	void aShorterNegotiatedTimeoutCountsFromTheFirstAnswer() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.after(TIMEOUT / 2)
			.on(new Input.Connected(1, TIMEOUT / 3, Sasl.NONE, StateMachineScenario.ENSEMBLE));
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT / 3);
		scenario.due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		scenario.list(10, 100, A).read(A, 1).after(TIMEOUT / 3).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
	}

	@Test
	void reconnectingInTimeWithoutAChangePublishesNothing() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).disconnect();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.state.isCurrent()).isFalse();
		scenario.after(TIMEOUT - 1).due(Timer.DEADLINE).connect().list(10, 100, A, B).read(A, 1).read(B, 1);
		assertThat(scenario.state.isCurrent()).isTrue();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void reconnectingReadsEverythingAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).disconnect().connect().list(10, 100, A, B);
		assertThat(scenario.requests()).hasSize(3);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
	}

	@Test
	void aChangeDuringTheOutageIsOneChange() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.disconnect()
			.connect()
			.list(10, 110, B)
			.read(B, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void theLeaderIsWithdrawnWhenTheSessionTimeoutHasPassedAndNotBefore() {
		StateMachineScenario scenario = StateMachineScenario.following(A).disconnect();
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
		scenario.after(TIMEOUT - 1).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(1);
		scenario.after(1).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.problem()).isEqualTo(Kind.DISCONNECTED);
		assertThat(scenario.changes()).containsExactly("DISCONNECTED " + A + " -> none", "MASTERS []");
	}

	@Test
	void aWithdrawnLeaderComesBackWithTheNextView() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.forget();
		scenario.open().connect();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		scenario.list(10, 100, A).read(A, 1);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + "]");
	}

	@Test
	void furtherFailuresToReconnectDoNotPostponeTheDeadline() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT / 2)
			.disconnect()
			.forget();
		scenario.after(TIMEOUT / 2).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
	}

	@Test
	void anExpiredSessionWithdrawsTheLeaderAtOnce() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).on(new Input.SessionExpired(1));
		assertThat(scenario.changes()).containsExactly("DISCONNECTED " + A + " -> none", "MASTERS []");
		scenario.forget().open().connect();
		assertThat(scenario.last(Command.ListChildren.class).sync()).isTrue();
		scenario.list(10, 110, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aNewClientEndsTheSessionBeforeItsEndIsReported() {
		StateMachineScenario scenario = StateMachineScenario.following(A).open();
		assertThat(scenario.changes()).first().isEqualTo("DISCONNECTED " + A + " -> none");
		scenario.connect().list(10, 100, A).read(A, 1).on(new Input.SessionExpired(1)).on(new Input.Disconnected(1));
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void aClientCanConnectBeforeItsCreationIsReported() {
		StateMachineScenario scenario = new StateMachineScenario();
		scenario.clientId = 1;
		scenario.connect().list(10, 100, A).read(A, 1).on(new Input.ClientCreated(1));
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void lateInputsOfAnEarlierClientAreIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.open()
			.connect()
			.list(10, 100, A, B)
			.read(A, 1)
			.read(B, 2)
			.forget();
		scenario.on(new Input.MemberDeleted(1, StateMachineScenario.name(A))).on(new Input.PathChanged(1));
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void repliesAfterADisconnectionAreIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.disconnect()
			.list(Cause.CONNECTION)
			.deleted(A);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(-1);
	}

	@Test
	void aServerThatIsDownAtStartIsAProblemAfterTheSessionTimeout() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.disconnect()
			.after(TIMEOUT - 1)
			.due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(scenario.problem()).isNull();
		scenario.after(1).due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.problem()).isEqualTo(Kind.DISCONNECTED);
		assertThat(scenario.changes()).isEmpty();
		scenario.connect().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aConnectionLostBeforeTheFirstViewIsStillTheFirst() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().disconnect();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
	}

	@Test
	void aFailedClientIsReplacedAfterAPause() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.on(new Input.ClientFailed(1, "refused", null));
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RECREATE);
		assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
		scenario.open();
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.changes()).first().isEqualTo("NOT_AUTHORIZED " + A + " -> none");
		scenario.on(new Input.ClientFailed(2, "refused", null));
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(1));
		scenario.due(Timer.RECREATE).open().connect().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.state.session().failures()).isZero();
	}

	@Test
	void refusedCredentialsAreSeenBeforeTheFirstConnection() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.on(new Input.ClientFailed(1, "refused", null));
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.snapshot().problem().orElseThrow().message()).contains("refused").contains("zk1:2181");
	}

	@Test
	void aReplacementThatIsNoLongerNeededIsSkipped() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.on(new Input.ClientFailed(1, null, null))
			.open()
			.connect()
			.forget();
		assertThat(scenario.due(Timer.RECREATE).requests()).isEmpty();
	}

	@Test
	void timersOfAConnectionDoNothingWithoutOne() {
		StateMachineScenario scenario = StateMachineScenario.following(A).disconnect().forget();
		scenario.due(Timer.HEARTBEAT).due(Timer.RETRY).due(Timer.RESYNC).due(Timer.RECREATE);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.scheduled(Timer.HEARTBEAT)).isEqualTo(-1);
		assertThat(scenario.scheduled(Timer.RESYNC)).isEqualTo(StateMachineScenario.RESYNC);
	}

	@Test
	void theResyncReadsEverythingWhateverTheWatchesSaid() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.after(TimeUnit.MINUTES.toNanos(1))
			.due(Timer.RESYNC);
		scenario.list(10, 110, B).read(B, 1);
		assertThat(scenario.requests()).hasSize(2);
		assertThat(scenario.leader()).isEqualTo(B);
	}

	@Test
	void theResyncComesAtMostOnceInASessionTimeout() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.on(new Input.Connected(1, 2 * StateMachineScenario.RESYNC, Sasl.NONE, StateMachineScenario.ENSEMBLE));
		assertThat(scenario.scheduled(Timer.RESYNC)).isEqualTo(2 * StateMachineScenario.RESYNC);
		scenario.forget().due(Timer.RESYNC);
		assertThat(scenario.scheduled(Timer.RESYNC)).isEqualTo(2 * StateMachineScenario.RESYNC);
	}

	@Test
	void theResyncReplacesARequestWhoseAnswerWasLost() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.changed(A)
			.pathChanged()
			.forget()
			.due(Timer.RESYNC)
			.list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
		scenario.read(A, 1).forget().changed(A).pathChanged();
		assertThat(scenario.requests()).hasSize(2);
	}

	@Test
	void aReadLostWithItsConnectionIsRepeated() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.changed(A)
			.pathChanged()
			.disconnect()
			.forget()
			.connect();
		scenario.list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
		scenario.read(StateMachineScenario.master(A, 1, "1.11.1")).forget().changed(A).pathChanged();
		assertThat(scenario.requests()).hasSize(2);
		assertThat(scenario.snapshot().leader().orElseThrow().version()).isEqualTo("1.11.1");
	}

}
