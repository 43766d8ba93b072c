package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.history.invariant.Violation;
import io.github.mesosdiscovery.history.trace.History;

/**
 * What came of a run.
 *
 * @param scenario the run
 * @param history what was recorded
 * @param violations what must not be
 * @param starved whether the machine was too busy with something else
 * @param took how long it took
 */
record Outcome(HistoryScenario scenario, History history, List<Violation> violations, boolean starved, Duration took) {

	/** Whether it tells nothing. */
	boolean isInconclusive() {
		return this.starved && this.violations.isEmpty();
	}

}
