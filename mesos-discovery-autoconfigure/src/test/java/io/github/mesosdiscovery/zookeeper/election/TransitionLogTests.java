package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransitionLog}.
 */
class TransitionLogTests {

	private static final MesosMaster MASTER_A = StateMachineScenario.master(A, 1, "1.11.0");

	private static final MesosMaster MASTER_B = StateMachineScenario.master(B, 1, "1.11.0");

	private static final String CONNECTED = "INFO Connected to ZooKeeper at zk1:2181, path /mesos, "
			+ "with a session timeout of 6s";

	private static final String LOST = "WARN Lost the connection to ZooKeeper at zk1:2181";

	private static final String KEPT = "; keeping " + MASTER_A + " as the leader for up to 6s; reconnecting";

	@Test
	void theConnectionAndThenTheLeaderAreLogged() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.read(B, 1)
			.read(A, 1);
		assertThat(scenario.log()).containsExactly(CONNECTED, "INFO Leading Mesos master: " + MASTER_A);
	}

	@Test
	void anOutageIsLoggedWithTheLeaderThatIsKept() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).disconnect().connect().list(10, 100, A, B);
		scenario.read(A, 1).read(B, 1);
		assertThat(scenario.log()).containsExactly(LOST + KEPT, CONNECTED + ". " + MASTER_A + " still leads");
	}

	@Test
	void aLeaderThatEndedDuringTheOutageDoesNotStillLead() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.disconnect()
			.connect()
			.list(10, 110, B)
			.read(B, 1);
		assertThat(scenario.log()).containsExactly(LOST + KEPT, CONNECTED, "INFO Leading Mesos master: " + MASTER_B);
	}

	@Test
	void anOutageWithoutALeaderIsLogged() {
		assertThat(StateMachineScenario.following().disconnect().log()).containsExactly(LOST + "; reconnecting");
	}

	@Test
	void aLostConnectionIsNotLoggedBeforeTheFirst() {
		assertThat(new StateMachineScenario().open().disconnect().connect().disconnect().log()).isEmpty();
	}

	@Test
	void theEndOfTheLeaderIsLoggedWithTheProblem() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.forget()
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
		assertThat(scenario.log()).singleElement()
			.asString()
			.startsWith("WARN No leading Mesos master after " + MASTER_A
					+ ". ZooKeeper at zk1:2181 has not responded for the session timeout");
		assertThat(StateMachineScenario.following(A).deleted(A).log())
			.containsExactly("WARN No leading Mesos master after " + MASTER_A
					+ ". No master is registered under /mesos in ZooKeeper at zk1:2181");
	}

	@Test
	void aPathWithoutMastersIsLoggedOnce() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100)
			.pathChanged()
			.list(10, 101);
		assertThat(scenario.log()).containsExactly(CONNECTED,
				"WARN No leading Mesos master. No master is registered under /mesos in ZooKeeper at zk1:2181");
	}

	@Test
	void aProblemOfAnotherKindIsLogged() {
		StateMachineScenario scenario = StateMachineScenario.following().pathChanged().list(Cause.MISSING);
		assertThat(scenario.log()).singleElement().asString().contains("The path /mesos does not exist");
	}

	@Test
	void anOutageThatTurnsOutToBeSilenceIsLoggedOnce() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.due(Timer.RECREATE)
			.open();
		assertThat(scenario.log()).singleElement().asString().contains("could not be reached");
		scenario.forget().connect();
		for (int i = 0; i < 3; i++) {
			scenario.after(TIMEOUT).due(Timer.DEADLINE);
		}
		assertThat(scenario.log()).singleElement().asString().contains("accepts connections but answers no read");
	}

	@Test
	void aFaultThatShowsDuringAnOutageIsLoggedOnce() {
		StateMachineScenario scenario = new StateMachineScenario().open().after(TIMEOUT).due(Timer.DEADLINE).connect();
		scenario.list(Cause.OTHER).due(Timer.RETRY).list(Cause.OTHER);
		assertThat(scenario.log()).hasSize(2);
		assertThat(scenario.log().get(1)).contains("listing the children fails with OTHER. The locator retries");
	}

	@Test
	void anotherCauseOfTheSameProblemIsNotLogged() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.disconnect()
			.after(TIMEOUT)
			.due(Timer.DEADLINE)
			.open();
		scenario.after(TIMEOUT).due(Timer.DEADLINE).connect().list(Cause.OTHER).forget();
		scenario.disconnect().after(2 * TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.log()).isEmpty();
	}

	@Test
	void aListThatFailsIsLoggedWithItsReason() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(Cause.OTHER)
			.due(Timer.RETRY)
			.list(Cause.OTHER);
		assertThat(scenario.log()).containsExactly("WARN Cannot read the masters from ZooKeeper at zk1:2181 "
				+ "(listing the children fails with OTHER)" + KEPT);
	}

	@Test
	void newDataOfTheLeaderIsLogged() {
		MesosMaster master = StateMachineScenario.master(A, 1, "1.11.1");
		assertThat(StateMachineScenario.following(A).changed(A).read(master).log())
			.containsExactly("INFO Leading Mesos master: " + master);
	}

	@Test
	void otherMastersAreNotLogged() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(10, 110, A, B)
			.read(B, 1)
			.deleted(B);
		assertThat(scenario.log()).isEmpty();
	}

	@Test
	void aFailedLoginAndTheNextSuccessAreLoggedOnce() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.failLogin()
			.failLogin()
			.connect(Sasl.LOGIN_FAILED);
		assertThat(scenario.log()).containsExactly("WARN The SASL login failed, and the client reads without "
				+ "authentication. To read nothing in this case, set mesos.discovery.zk.sasl.required");
		scenario.disconnect().forget().connect(Sasl.IN_PROGRESS).authenticate();
		assertThat(scenario.log()).containsExactly("INFO The SASL login succeeded");
		scenario.disconnect().forget().connect(Sasl.IN_PROGRESS).authenticate();
		assertThat(scenario.log()).isEmpty();
	}

	@Test
	void ignoredFieldsAreLoggedForEachNewReading() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, A).forget();
		Input.MemberRead read = new Input.MemberRead(1, StateMachineScenario.name(A),
				new Input.Decoded(MASTER_A, List.of("Ignoring id", "Ignoring pid")));
		assertThat(scenario.on(read).log()).containsExactly("WARN Ignoring id (repeated)",
				"WARN Ignoring pid (repeated)", "INFO Leading Mesos master: " + MASTER_A);
		scenario.forget().changed(A).read(A, 1);
		Input.Decoded same = new Input.Decoded(StateMachineScenario.master(A, 1, "1.11.0"), List.of("Ignoring id"));
		assertThat(scenario.changed(A).on(new Input.MemberRead(1, StateMachineScenario.name(A), same)).log()).isEmpty();
		assertThat(scenario.deleted(A).forget().on(read).log()).isEmpty();
	}

	@Test
	void aStateIsDescribedByItsSessionAlone() {
		assertThat(StateMachineScenario.following(A).state().toString()).contains("phase=CONNECTED").doesNotContain(A);
	}

	@Test
	void anEnsembleThatStartsOverIsLoggedOnce() {
		StateMachineScenario scenario = StateMachineScenario.following(B).open().connect();
		for (int i = 1; i < StaleViewGuard.MAX_REFUSALS; i++) {
			scenario.list(5, 50, A).due(Timer.RETRY);
		}
		assertThat(scenario.log()).hasSize(1);
		scenario.list(5, 50, A).list(5, 50, A).read(A, 1);
		assertThat(scenario.log()).hasSize(4).endsWith(CONNECTED, "INFO Leading Mesos master: " + MASTER_A);
		assertThat(scenario.log().get(1))
			.startsWith("WARN ZooKeeper keeps answering with an older view of /mesos than before");
	}

}
