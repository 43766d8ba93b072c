package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Command;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Scenario;
import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.election.Scenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes on for hours is logged once.
 */
class DetectorLogTests {

	private final LogLines lines = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.INFO);

	private final DetectorLog log = new DetectorLog("test");

	@AfterEach
	void close() {
		this.lines.close();
	}

	@Test
	void aListThatGrowsBeyondTheLimitIsOneWarning() {
		Scenario scenario = Scenario.following(A).pathChanged();
		for (int i = 0; i < 5; i++) {
			Command.ListChildren list = scenario.last(Command.ListChildren.class);
			on(scenario,
					new Input.ChildrenListed(1, list.request(), new Failure(Cause.TOO_LARGE, "the list has " + i)));
			scenario.due(Timer.RETRY);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1).first().asString().contains("the list has 0", "for up to 6s");
	}

	@Test
	void attemptsThatFailForOneReasonAreOneWarning() {
		OutOfMemoryError failure = new OutOfMemoryError("unable to create native thread");
		for (int i = 0; i < 5; i++) {
			this.log.failedToConnect(failure);
			this.log.failed(new Command.RecreateClient(1), failure);
			this.log.failed(new Command.ReadMember(1, Scenario.name(A)), failure);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1);
	}

	private void on(Scenario scenario, Input input) {
		DetectorState before = scenario.state();
		scenario.on(input);
		this.log.log(input, before, scenario.result());
	}

}
