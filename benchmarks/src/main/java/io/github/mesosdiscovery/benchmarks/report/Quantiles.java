package io.github.mesosdiscovery.benchmarks.report;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Quantiles of figures. Each is one of the figures: the smallest that at least the given
 * part of all does not exceed.
 */
public final class Quantiles {

	/** Percentages start above zero. */
	private static final double LEAST = Double.MIN_VALUE;

	private final Percentile percentile = new Percentile().withEstimationType(EstimationType.R_1);

	private Quantiles(double[] figures) {
		this.percentile.setData(figures);
	}

	/** Return the quantiles of figures. */
	public static Quantiles of(double... figures) {
		if (figures.length == 0) {
			throw new IllegalArgumentException("Nothing was measured");
		}
		return new Quantiles(figures);
	}

	/** Return a quantile. */
	public double at(double percent) {
		return this.percentile.evaluate(Math.max(LEAST, percent));
	}

	/** Return the median. */
	public double median() {
		return at(50);
	}

	/** Return the quantile of 90 %. */
	public double p90() {
		return at(90);
	}

	/** Return the quantile of 99 %. */
	public double p99() {
		return at(99);
	}

}
