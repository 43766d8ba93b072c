package io.github.mesosdiscovery.zookeeper;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.Signal.Failure;
import io.github.mesosdiscovery.zookeeper.Signal.Failure.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.Scenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes on for hours is logged once.
 */
class FollowerLogTests {

	private final LogLines lines = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.INFO);

	private final FollowerLog log = new FollowerLog("test");

	@AfterEach
	void close() {
		this.lines.close();
	}

	@Test
	void obstaclesOfSeveralServersInTurnAreOneWarning() {
		Scenario scenario = new Scenario().open().after(TIMEOUT).due(Timer.DEADLINE);
		for (int i = 0; i < 5; i++) {
			on(scenario, new Signal.Hindered(1, "the certificate of zk1 has expired"));
			on(scenario, new Signal.Hindered(1, null));
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1);
	}

	@Test
	void aListThatGrowsBeyondTheLimitIsOneWarning() {
		Scenario scenario = Scenario.following(A).pathChanged();
		for (int i = 0; i < 5; i++) {
			Command.ListChildren list = scenario.last(Command.ListChildren.class);
			on(scenario, new Signal.Listed(1, list.request(), new Failure(Cause.TOO_LARGE, "the list has " + i)));
			scenario.due(Timer.RETRY);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1).first().asString().contains("the list has 0", "for up to 6s");
	}

	@Test
	void attemptsThatFailForOneReasonAreOneWarning() {
		OutOfMemoryError failure = new OutOfMemoryError("unable to create native thread");
		for (int i = 0; i < 5; i++) {
			this.log.failedToConnect(failure);
			this.log.failed(new Command.Rebuild(), failure);
			this.log.failed(new Command.Fetch(1, i, Scenario.name(A)), failure);
		}
		assertThat(this.lines.of(Level.WARN)).hasSize(1);
	}

	private void on(Scenario scenario, Signal signal) {
		Tracking past = scenario.tracking;
		MasterSnapshot before = scenario.snapshot;
		scenario.on(signal);
		this.log.log(signal, past, scenario.tracking, before, scenario.snapshot);
	}

}
