package io.github.mesosdiscovery.history.invariant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Robustness}.
 */
class RobustnessTests {

	@Test
	void nothingWentWrong() {
		assertThat(new Sample().check(new Robustness())).isEmpty();
	}

	@Test
	void aSignalWasNotDealtWith() {
		assertThat(new Sample().fail("NullPointerException").check(new Robustness())).hasSize(1);
	}

}
