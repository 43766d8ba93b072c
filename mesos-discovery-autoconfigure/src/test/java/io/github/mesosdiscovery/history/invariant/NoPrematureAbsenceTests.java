package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.Sign.Kind;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoPrematureAbsence}.
 */
class NoPrematureAbsenceTests {

	@Test
	void afterTheTimeout() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.publish(1, 11, seen(0, "a"))
			.disconnected(1000)
			.check(new NoPrematureAbsence())).isEmpty();
	}

	@Test
	void whenZooKeeperEndedTheSession() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.publish(1, 11, seen(0, "a"))
			.sign(9, Kind.EXPIRED)
			.disconnected(10)
			.check(new NoPrematureAbsence())).isEmpty();
	}

	@Test
	void withinTheTimeout() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.publish(1, 11, seen(0, "a"))
			.disconnected(900)
			.check(new NoPrematureAbsence())).hasSize(1);
	}

	@Test
	void forANewHandle() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.publish(1, 11, seen(0, "a"))
			.sign(9, Kind.OPENED)
			.disconnected(10)
			.check(new NoPrematureAbsence())).hasSize(1);
	}

}
