package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.election.SessionState.Phase;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for failed SASL logins, required or not.
 */
class SaslTransitionTests {

	@Test
	void aFailedLoginDoesNotFailTheClientIfNoneIsRequired() {
		StateMachineScenario scenario = new StateMachineScenario().open().failLogin();
		assertThat(scenario.state.session().phase()).isEqualTo(Phase.CONNECTING);
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(-1);
		scenario.connect(Sasl.LOGIN_FAILED).list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.problem()).isNull();
	}

	@Test
	void aFailedLoginKeepsTheLeaderOverAReconnectIfNoneIsRequired() {
		StateMachineScenario scenario = StateMachineScenario.following(A).disconnect().failLogin().failLogin();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.connect(Sasl.LOGIN_FAILED).list(10, 100, A);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void aFailedLoginIsNamedIfThePathIsDenied() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.failLogin()
			.connect(Sasl.LOGIN_FAILED)
			.list(Cause.DENIED);
		assertThat(message(scenario)).contains("The SASL login has failed");
		scenario.disconnect().connect(Sasl.IN_PROGRESS).authenticate().list(Cause.DENIED);
		assertThat(message(scenario)).doesNotContain("SASL");
	}

	@Test
	void aFailedLoginFailsTheClientIfOneIsRequired() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl().open().failLogin();
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(message(scenario)).contains("SASL is required").contains("login failed");
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(0));
		assertThat(scenario.connect(Sasl.LOGIN_FAILED).requests()).isEmpty();
		assertThat(scenario.due(Timer.RECREATE).requests())
			.containsExactly(new Command.RecreateClient(scenario.clientId));
	}

	@Test
	void aRepeatedFailureDoesNotPostponeTheReplacement() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl().open().failLogin().forget();
		scenario.failLogin().connect(Sasl.LOGIN_FAILED).disconnect().failLogin();
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(-1);
		assertThat(scenario.state.session().failures()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "NONE, there is no JAAS section", "LOGIN_FAILED, the login failed" })
	void nothingIsReadWithoutALoginWhenOneIsRequired(Sasl sasl, String reason) {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl().open().connect(sasl);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(message(scenario)).contains("SASL is required, but " + reason);
		scenario.after(TIMEOUT).due(Timer.HEARTBEAT).due(Timer.RESYNC).due(Timer.RETRY).due(Timer.DEADLINE);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
	}

	@Test
	void aReplacementThatLogsInRecovers() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl()
			.open()
			.failLogin()
			.due(Timer.RECREATE)
			.open();
		scenario.connect(Sasl.IN_PROGRESS).authenticate().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.problem()).isNull();
		assertThat(scenario.state.session().failures()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nothingIsReadUntilTheLoginSucceeds(boolean required) {
		StateMachineScenario scenario = (required ? StateMachineScenario.requiringSasl() : new StateMachineScenario())
			.open()
			.connect(Sasl.IN_PROGRESS);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(scenario.authenticate().requests()).hasOnlyElementsOfType(Command.ListChildren.class).hasSize(1);
		assertThat(scenario.authenticate().requests()).hasSize(1);
	}

	@Test
	void aReplyOfAnEarlierConnectionIsIgnoredDuringTheLogin() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl()
			.open()
			.connect(Sasl.IN_PROGRESS)
			.authenticate();
		scenario.disconnect().connect(Sasl.IN_PROGRESS).list(10, 100, A);
		assertThat(scenario.requests()).hasSize(1);
		assertThat(scenario.state.members().all().isEmpty()).isTrue();
	}

	@Test
	void aServerThatClosesTheConnectionDuringTheLoginIsNamed() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl().open();
		for (int i = 0; i < 4; i++) {
			scenario.connect(Sasl.IN_PROGRESS).after(TIMEOUT / 3).disconnect();
		}
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(message(scenario)).contains("closed the connection during the SASL login");
		scenario.connect(Sasl.IN_PROGRESS).disconnect().due(Timer.RECREATE);
		assertThat(scenario.requests()).isEmpty();
		scenario.connect(Sasl.IN_PROGRESS).after(TIMEOUT).disconnect().due(Timer.DEADLINE);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
	}

	@Test
	void aClientWhoseLoginIsRefusedIsReplacedSinceItKeepsItsLogin() {
		StateMachineScenario scenario = turnedAway(new StateMachineScenario().open());
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(0));
		scenario.disconnect().due(Timer.RECREATE);
		assertThat(scenario.requests()).containsExactly(new Command.RecreateClient(scenario.clientId));
		turnedAway(scenario.open());
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(Retry.pause(1));
		assertThat(message(scenario)).contains("closed the connection during the SASL login");
		scenario.due(Timer.RECREATE).open().connect(Sasl.IN_PROGRESS).authenticate().list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.problem()).isNull();
	}

	@Test
	void aClientThatWasGivenUpIsReplacedThoughItTriesAgain() {
		StateMachineScenario trying = turnedAway(new StateMachineScenario().open()).connect(Sasl.IN_PROGRESS);
		assertThat(trying.due(Timer.RECREATE).requests()).containsExactly(new Command.RecreateClient(trying.clientId));
		StateMachineScenario turnedAwayAgain = turnedAway(new StateMachineScenario().open()).connect(Sasl.IN_PROGRESS)
			.disconnect();
		assertThat(turnedAwayAgain.due(Timer.RECREATE).requests())
			.containsExactly(new Command.RecreateClient(turnedAwayAgain.clientId));
	}

	@Test
	void aClientThatWasGivenUpKeepsItsSessionOnceAViewIsAccepted() {
		StateMachineScenario scenario = turnedAway(new StateMachineScenario().open()).connect(Sasl.IN_PROGRESS)
			.authenticate();
		scenario.list(10, 100, A).read(A, 1).disconnect().forget().due(Timer.RECREATE);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aServerThatIsDownDoesNotHideThatAnotherRefusesTheLogin() {
		StateMachineScenario scenario = turnedAway(new StateMachineScenario().open()).due(Timer.RECREATE).open();
		Object before = scenario.connect(Sasl.IN_PROGRESS).disconnect().snapshot();
		assertThat(scenario.disconnect().disconnect().snapshot()).isSameAs(before);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
	}

	@Test
	void aLoginUnderWayIsWaitedFor() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect(Sasl.IN_PROGRESS)
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
		assertThat(scenario.scheduled(Timer.RECREATE)).isEqualTo(-1);
		assertThat(scenario.scheduled(Timer.DEADLINE)).isEqualTo(TIMEOUT);
		assertThat(scenario.authenticate().requests()).hasOnlyElementsOfType(Command.ListChildren.class);
	}

	@Test
	void aLoginThatDoesNotEndIsNotWaitedForTwice() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect(Sasl.IN_PROGRESS)
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
		assertThat(scenario.after(TIMEOUT).due(Timer.DEADLINE).requests())
			.containsExactly(new Command.RecreateClient(scenario.clientId));
		assertThat(scenario.after(TIMEOUT - 1).due(Timer.DEADLINE).requests()).hasSize(1);
	}

	@Test
	void aLoginInThePauseBeforeTheReplacementGetsTimeForAnAnswer() {
		StateMachineScenario scenario = StateMachineScenario.requiringSasl().open().after(TIMEOUT).due(Timer.DEADLINE);
		scenario.connect(Sasl.IN_PROGRESS).authenticate().after(TIMEOUT / 2).due(Timer.DEADLINE);
		assertThat(scenario.commands(Command.RecreateClient.class)).isEmpty();
		assertThat(scenario.list(10, 100, A).read(A, 1).leader()).isEqualTo(A);
	}

	@Test
	void aServerThatIsDownAfterItRefusedTheLoginIsLost() {
		StateMachineScenario scenario = turnedAway(new StateMachineScenario().open()).due(Timer.RECREATE)
			.open()
			.disconnect();
		assertThat(scenario.problem()).isEqualTo(Kind.DISCONNECTED);
	}

	private static StateMachineScenario turnedAway(StateMachineScenario scenario) {
		return scenario.connect(Sasl.IN_PROGRESS).after(TIMEOUT).disconnect().due(Timer.DEADLINE);
	}

	@Test
	void aServerThatRefusesTheLoginFailsTheClient() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect(Sasl.IN_PROGRESS);
		scenario.on(new Input.ClientFailed(1, "SASL failed", null));
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(message(scenario)).contains("SASL failed").contains("zk1:2181");
		assertThat(scenario.due(Timer.RECREATE).requests())
			.containsExactly(new Command.RecreateClient(scenario.clientId));
	}

	private static String message(StateMachineScenario scenario) {
		return scenario.snapshot().problem().map(MasterProblem::message).orElse("");
	}

}
