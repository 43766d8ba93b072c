package io.github.mesosdiscovery.zookeeper;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.election.Command;
import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that {@link DetectorLog} logs repeated failures once.
 */
class DetectorLogTests {

	private final LogLines lines = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.INFO);

	private final DetectorLog log = new DetectorLog("test");

	@AfterEach
	void close() {
		this.lines.close();
	}

	@Test
	void listThatKeepsGrowingBeyondTheLimitIsLoggedOnce() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged();
		for (int i = 0; i < 5; i++) {
			Command.ListChildren list = scenario.last(Command.ListChildren.class);
			on(scenario,
					new Input.ChildrenListed(1, list.request(), new Failure(Cause.TOO_LARGE, "the list has " + i)));
			scenario.due(Timer.RETRY);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1).first().asString().contains("the list has 0", "for up to 6s");
	}

	@Test
	void failureThatCannotBeLoggedIsNotThrown() {
		assertThatNoException().isThrownBy(() -> this.log.failed("carry out ReadMember", new UnloggableException()));
	}

	@Test
	void attemptsThatFailForTheSameReasonAreLoggedOnce() {
		OutOfMemoryError failure = new OutOfMemoryError("unable to create native thread");
		for (int i = 0; i < 5; i++) {
			this.log.failed("create the ZooKeeper client", failure);
			this.log.failed("carry out ReadMember", failure);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1);
	}

	private void on(StateMachineScenario scenario, Input input) {
		DetectorState before = scenario.state();
		scenario.on(input);
		this.log.log(input, before, scenario.result());
	}

}
