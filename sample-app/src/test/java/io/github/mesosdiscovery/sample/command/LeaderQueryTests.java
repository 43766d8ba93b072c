package io.github.mesosdiscovery.sample.command;

import java.time.Duration;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.mesosdiscovery.sample.command.FakeLocator.snapshot;
import static io.github.mesosdiscovery.sample.command.Masters.master;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LeaderQuery}.
 */
@Timeout(10)
class LeaderQueryTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final MasterSnapshot NONE = snapshot(true);

	private static final MasterSnapshot LEADER_ALONE = snapshot(false, master(1));

	private static final MasterSnapshot ALL = snapshot(true, master(1), master(2));

	@Test
	void doesNotWaitWhenAllAreKnown() throws InterruptedException {
		assertThat(ask(LONG, ALL, NONE)).isSameAs(ALL);
	}

	@Test
	void waitsForMastersThatAreNotReadYet() throws InterruptedException {
		assertThat(ask(LONG, LEADER_ALONE, LEADER_ALONE, ALL)).isSameAs(ALL);
	}

	@Test
	void waitsForTheNextLeaderWhenTheFirstIsLost() throws InterruptedException {
		MasterSnapshot next = snapshot(true, master(2));
		assertThat(ask(LONG, LEADER_ALONE, NONE, next)).isSameAs(next);
	}

	@Test
	void returnsTheLeaderAloneWhenTheTimeHasElapsed() throws InterruptedException {
		assertThat(ask(SHORT, LEADER_ALONE)).isSameAs(LEADER_ALONE);
	}

	@Test
	void failsWhenTheLeaderIsLostAndTheTimeHasElapsed() {
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(() -> ask(SHORT, LEADER_ALONE, NONE))
			.withMessageStartingWith("No leading Mesos master within 20 ms");
	}

	private static MasterSnapshot ask(Duration timeout, MasterSnapshot... snapshots) throws InterruptedException {
		return new LeaderQuery(new FakeLocator(snapshots)).run(timeout);
	}

}
