package io.github.mesosdiscovery.benchmarks;

import io.github.mesosdiscovery.benchmarks.report.Results;

/**
 * One question that figures answer. A measurement compares within one run and closes
 * everything that it opened.
 */
@FunctionalInterface
public interface Measurement {

	/**
	 * Measure, and report tables, charts and raw figures.
	 * @param results where they are written
	 * @param quick whether a few rounds are enough, to try it out
	 * @throws Exception if it could not be measured; the other measurements still run
	 */
	void run(Results results, boolean quick) throws Exception;

}
