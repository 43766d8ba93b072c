package io.github.mesosdiscovery.benchmarks;

import io.github.mesosdiscovery.benchmarks.report.Results;

/**
 * One question that is answered by figures. It measures side by side in one run, and
 * closes all that it opened.
 */
public interface Measurement {

	/**
	 * Measure, and report tables, charts and raw figures.
	 * @param results where they go
	 * @throws Exception if it could not be measured; the others are run all the same
	 */
	void run(Results results) throws Exception;

}
