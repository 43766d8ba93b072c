package io.github.mesosdiscovery.history.invariant;

import java.util.List;

import io.github.mesosdiscovery.history.truth.Operation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadOnly}.
 */
class ReadOnlyTests {

	@Test
	void sessionsBeginAndEnd() {
		assertThat(new Sample().wrote(Sample.LOCATOR_SESSION, new Operation.OpenSession())
			.wrote(Sample.LOCATOR_SESSION, new Operation.CloseSession(List.of()))
			.check(new ReadOnly())).isEmpty();
	}

	@Test
	void mastersWrite() {
		assertThat(new Sample().wrote(Sample.MASTER_SESSION, new Operation.Delete("/mesos/a")).check(new ReadOnly()))
			.isEmpty();
	}

	@Test
	void aLocatorWrites() {
		assertThat(new Sample().wrote(Sample.LOCATOR_SESSION, new Operation.SetData("/mesos", new byte[0]))
			.check(new ReadOnly())).hasSize(1);
	}

	@Test
	void aLocatorAsksInVain() {
		assertThat(new Sample().wrote(Sample.LOCATOR_SESSION, new Operation.Refused(-102)).check(new ReadOnly()))
			.hasSize(1);
	}

	@Test
	void aLocatorLeavesAnEphemeralZnode() {
		assertThat(new Sample().wrote(Sample.LOCATOR_SESSION, new Operation.CloseSession(List.of("/mesos/a")))
			.check(new ReadOnly())).hasSize(1);
	}

	@Test
	void nobodyKnowsWhoWrites() {
		assertThat(new Sample().wrote(77, new Operation.Delete("/mesos/a")).check(new ReadOnly())).hasSize(1);
	}

	@Test
	void anEndIsAskedForTwice() {
		assertThat(new Sample().wrote(Sample.LOCATOR_SESSION, new Operation.Refused(-112)).check(new ReadOnly()))
			.isEmpty();
	}

	@Test
	void aSessionThatNobodyWasToldOfIsRefused() {
		assertThat(new Sample().wrote(77, new Operation.Refused(-4)).check(new ReadOnly())).isEmpty();
	}

}
