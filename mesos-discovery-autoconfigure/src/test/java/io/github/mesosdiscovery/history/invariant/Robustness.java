package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * Whatever the data of a registration is and whatever a listener does, nothing ends in an
 * exception inside a locator, which could keep it from following.
 */
final class Robustness implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (String failure : life.failures()) {
			report.violation(0, 0, failure);
		}
	}

}
