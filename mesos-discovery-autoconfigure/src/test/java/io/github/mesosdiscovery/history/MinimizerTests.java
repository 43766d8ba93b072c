package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.history.invariant.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Minimizer}.
 */
class MinimizerTests {

	private static final HistoryScenario LONG = HistoryScenario.of(1, List.of("3.9.5"));

	@Test
	void whatIsNotNeededIsLeftOut() {
		Step first = LONG.steps().get(3);
		Step second = LONG.steps().get(LONG.steps().size() - 2);
		Minimizer minimizer = new Minimizer((scenario) -> scenario.steps().containsAll(List.of(first, second))
				? List.of(new Violation(7, "x", "y", 0, 0, "z")) : List.of(), 1000, Duration.ofMinutes(1));
		assertThat(minimizer.minimize(LONG, 7).steps()).containsExactly(first, second);
	}

	@Test
	void anotherInvariantIsAnotherMatter() {
		Minimizer minimizer = new Minimizer((scenario) -> List.of(new Violation(8, "x", "y", 0, 0, "z")), 1000,
				Duration.ofMinutes(1));
		assertThat(minimizer.minimize(LONG, 7)).isEqualTo(LONG);
	}

	@Test
	void itEnds() {
		int[] runs = new int[1];
		new Minimizer((scenario) -> {
			runs[0]++;
			return List.of();
		}, 5, Duration.ofMinutes(1)).minimize(LONG, 7);
		assertThat(runs[0]).isEqualTo(5);
	}

	@Test
	void theSameSeedIsTheSameRun() {
		assertThat(HistoryScenario.of(1, List.of("3.9.5"))).isEqualTo(LONG);
		assertThat(HistoryScenario.of(2, List.of("3.9.5")).steps()).isNotEqualTo(LONG.steps());
	}

}
