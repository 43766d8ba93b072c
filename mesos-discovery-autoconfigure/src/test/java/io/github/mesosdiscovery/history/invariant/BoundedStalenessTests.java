package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.Sign.End;
import io.github.mesosdiscovery.history.trace.Sign.Kind;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BoundedStaleness}.
 */
class BoundedStalenessTests {

	@Test
	void withinTheTimeout() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.sign(10, Kind.DISCONNECTED)
			.see(1300, 1)
			.check(new BoundedStaleness())).isEmpty();
	}

	@Test
	void answersKeepItAlive() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.publish(1, 11, seen(0, "a"))
			.sign(3000, Kind.HEARD)
			.see(4000, 1)
			.check(new BoundedStaleness())).isEmpty();
	}

	@Test
	void afterTheTimeout() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.sign(10, Kind.DISCONNECTED)
			.see(1500, 1)
			.check(new BoundedStaleness())).hasSize(1);
	}

	@Test
	void connectionsAndWatchesAreNoAnswers() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.sign(700, Kind.CONNECTED)
			.sign(800, Kind.PATH_CHANGED)
			.see(1400, 1)
			.check(new BoundedStaleness())).hasSize(1);
	}

	@Test
	void aHeartbeatWithoutAViewIsNoAnswer() {
		assertThat(new Sample().sign(0, Kind.LISTED).sign(700, Kind.HEARD).see(1400, 1).check(new BoundedStaleness()))
			.hasSize(1);
	}

	@Test
	void aFailureIsNoAnswer() {
		assertThat(new Sample().sign(0, Kind.LISTED)
			.sign(1000, Kind.HEARD, End.CONNECTION)
			.see(1500, 1)
			.check(new BoundedStaleness())).hasSize(1);
	}

}
