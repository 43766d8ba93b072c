package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.Signal.Connected.Sasl;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.Scenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what hinders a TLS connection.
 */
class TransitionTlsTests {

	@Test
	void itIsSaidAtOnceWhenThereIsNoLeader() {
		Scenario scenario = new Scenario().open().on(new Signal.Hindered(1, "it has expired"));
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(scenario.problem()).isEqualTo(Kind.DISCONNECTED);
		assertThat(message(scenario)).contains("it has expired", "zk1:2181");
	}

	@Test
	void aLeaderIsKeptUntilTheTimeoutAndThenTheReasonIsSaid() {
		Scenario scenario = Scenario.following(A).disconnect().on(new Signal.Hindered(1, "it has expired"));
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.problem()).isNull();
		scenario.after(TIMEOUT).due(Timer.DEADLINE);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(message(scenario)).contains("it has expired");
	}

	@Test
	void theLastReasonCounts() {
		Scenario scenario = new Scenario().open()
			.on(new Signal.Hindered(1, "it has expired"))
			.on(new Signal.Hindered(1, "it is for another"));
		assertThat(message(scenario)).contains("it is for another");
		scenario.after(TIMEOUT).due(Timer.DEADLINE).on(new Signal.Hindered(1, null));
		assertThat(message(scenario)).contains("could not be reached");
	}

	@Test
	void aConnectionEndsIt() {
		Scenario scenario = new Scenario().open().on(new Signal.Hindered(1, "it has expired")).connect();
		assertThat(scenario.tracking.link().access().obstacle()).isNull();
		scenario.on(new Signal.Hindered(1, "it has expired")).list(10, 100, A).read(A, 1);
		assertThat(scenario.problem()).isNull();
		assertThat(scenario.tracking.link().access().obstacle()).isNull();
	}

	@Test
	void aConnectionThatIsNotAuthenticatedYetEndsIt() {
		Scenario scenario = new Scenario().open().on(new Signal.Hindered(1, "it has expired")).connect(Sasl.UNDER_WAY);
		assertThat(scenario.tracking.link().access().obstacle()).isNull();
	}

	private static String message(Scenario scenario) {
		return scenario.snapshot.problem().map(MasterProblem::message).orElse("");
	}

}
