package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.Sign.End;
import io.github.mesosdiscovery.history.trace.Sign.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BoundedStaleness}.
 */
class BoundedStalenessTests {

	@Test
	void withinTheTimeout() {
		assertThat(
				new Sample().sign(0, Kind.HEARD).sign(10, Kind.DISCONNECTED).see(1400, 1).check(new BoundedStaleness()))
			.isEmpty();
	}

	@Test
	void answersKeepItAlive() {
		assertThat(new Sample().sign(0, Kind.HEARD)
			.sign(3000, Kind.PATH_CHANGED)
			.see(4000, 1)
			.check(new BoundedStaleness())).isEmpty();
	}

	@Test
	void afterTheTimeout() {
		assertThat(
				new Sample().sign(0, Kind.HEARD).sign(10, Kind.DISCONNECTED).see(1500, 1).check(new BoundedStaleness()))
			.hasSize(1);
	}

	@Test
	void aFailureIsNoAnswer() {
		assertThat(new Sample().sign(0, Kind.HEARD)
			.sign(1000, Kind.HEARD, End.CONNECTION)
			.see(1500, 1)
			.check(new BoundedStaleness())).hasSize(1);
	}

}
