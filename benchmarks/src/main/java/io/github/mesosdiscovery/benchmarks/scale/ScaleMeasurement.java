package io.github.mesosdiscovery.benchmarks.scale;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.report.Results;

/**
 * Measures how the cost grows: with the number of masters, of other children beside three
 * masters, and of locators on one ensemble. {@code -Dbenchmarks.quick=true} shortens it.
 */
public final class ScaleMeasurement implements Measurement {

	@Override
	public void run(Results results) throws Exception {
		boolean quick = Boolean.getBoolean("benchmarks.quick");
		int rounds = quick ? 5 : 30;
		CrowdedPath.warmUp(rounds);
		results.text("One locator, for growing numbers of masters. Times are medians of " + rounds
				+ " in ms: from start()"
				+ " to the first leader and to all masters; from the request that deletes the leader's znode to the"
				+ " listener, beside a bare watch of the same znode; from the request that creates a master's znode to"
				+ " the listener. A change is a leader that goes and a master that comes; its requests and bytes were"
				+ " counted on the way to the server, its CPU time and garbage are those of the locator's threads.");
		Growth masters = new Growth("masters", "masters");
		for (int count : quick ? new int[] { 3, 100, 1000 } : new int[] { 3, 10, 30, 100, 300, 1000 }) {
			new CrowdedPath(count, 0, rounds).measure(masters, count);
		}
		masters.report(results);
		results.text("The same with three masters, for growing numbers of other children beside them.");
		Growth others = new Growth("others", "other children");
		for (int count : quick ? new int[] { 100, 10_000, 40_000 } : new int[] { 10, 100, 1000, 10_000, 40_000 }) {
			new CrowdedPath(3, count, rounds).measure(others, count);
		}
		others.report(results);
		ManyLocators.report(results, quick ? new int[] { 1, 20, 200 } : new int[] { 1, 10, 50, 100, 200 },
				quick ? 5 : 20);
	}

}
