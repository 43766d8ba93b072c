package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.mesosdiscovery.history.invariant.Violation;

/**
 * Leaves out of a run that violates an invariant whatever it does not need for that.
 */
final class Minimizer {

	private final Function<HistoryScenario, List<Violation>> run;

	private final long deadline;

	private int left;

	Minimizer(Function<HistoryScenario, List<Violation>> run, int runs, Duration limit) {
		this.run = run;
		this.left = runs;
		this.deadline = System.nanoTime() + limit.toNanos();
	}

	/**
	 * Return the shortest run found that violates the same invariant. A race need not
	 * come out the same way each time, so that it can be far from the shortest there is.
	 */
	HistoryScenario minimize(HistoryScenario scenario, int invariant) {
		HistoryScenario shortest = scenario;
		// Single steps come last, however short it has become by then.
		for (int size = (scenario.steps().size() + 1) / 2; size > 0 && isTime(); size /= 2) {
			for (int from = 0; from < shortest.steps().size() && isTime();) {
				HistoryScenario shorter = without(shortest, from, size);
				if (violates(shorter, invariant)) {
					shortest = shorter;
				}
				else {
					from += size;
				}
			}
		}
		return shortest;
	}

	private boolean isTime() {
		return this.left > 0 && System.nanoTime() < this.deadline;
	}

	private boolean violates(HistoryScenario scenario, int invariant) {
		this.left--;
		return this.run.apply(scenario).stream().anyMatch((violation) -> violation.number() == invariant);
	}

	private static HistoryScenario without(HistoryScenario scenario, int from, int size) {
		List<Step> steps = new ArrayList<>(scenario.steps());
		steps.subList(from, Math.min(from + size, steps.size())).clear();
		return scenario.with(steps);
	}

}
