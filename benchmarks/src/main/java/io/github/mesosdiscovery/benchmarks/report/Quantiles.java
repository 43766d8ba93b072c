package io.github.mesosdiscovery.benchmarks.report;

import java.util.Arrays;

/**
 * Figures of one kind in ascending order. A quantile is one of them and never made up
 * between two: the smallest that at least that part of all do not exceed.
 */
public final class Quantiles {

	private final double[] sorted;

	private Quantiles(double[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * Return the quantiles of figures.
	 * @param figures the figures, in any order, at least one
	 * @return their quantiles
	 */
	public static Quantiles of(double... figures) {
		if (figures.length == 0) {
			throw new IllegalArgumentException("Nothing was measured");
		}
		double[] sorted = figures.clone();
		Arrays.sort(sorted);
		return new Quantiles(sorted);
	}

	/**
	 * Return how many figures there are.
	 * @return the count
	 */
	public int count() {
		return this.sorted.length;
	}

	/**
	 * Return a quantile.
	 * @param part from 0 to 1
	 * @return the figure
	 */
	public double at(double part) {
		int rank = (int) Math.ceil(part * this.sorted.length);
		return this.sorted[Math.max(0, rank - 1)];
	}

	/**
	 * Return the median.
	 * @return half of the figures are not above it
	 */
	public double median() {
		return at(0.5);
	}

	/**
	 * Return the quantile of 90 %.
	 * @return the figure
	 */
	public double p90() {
		return at(0.9);
	}

	/**
	 * Return the quantile of 99 %.
	 * @return the figure
	 */
	public double p99() {
		return at(0.99);
	}

}
