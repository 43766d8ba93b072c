package io.github.mesosdiscovery.benchmarks.report;

import java.util.stream.DoubleStream;

/**
 * Where the values of an axis are drawn.
 *
 * @param low the value at its beginning
 * @param high the value at its end
 * @param logarithmic whether each step is ten times the last
 * @param from the place of its beginning
 * @param to the place of its end
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {

	/**
	 * Return a scale that holds all values: a linear one begins at zero and ends at a
	 * round number, a logarithmic one has powers of ten at its ends.
	 */
	static Scale of(double least, double most, boolean logarithmic, double from, double to) {
		if (logarithmic) {
			double low = Math.pow(10, Math.floor(Math.log10(least)));
			double high = Math.pow(10, Math.ceil(Math.log10(most)));
			return new Scale(low, (high > low) ? high : low * 10, true, from, to);
		}
		double step = step(most);
		return new Scale(0, Math.max(step, Math.ceil(most / step) * step), false, from, to);
	}

	double at(double value) {
		double part = this.logarithmic ? Math.log10(value / this.low) / Math.log10(this.high / this.low)
				: (value - this.low) / (this.high - this.low);
		return this.from + part * (this.to - this.from);
	}

	double[] marks() {
		if (this.logarithmic) {
			return DoubleStream.iterate(this.low, (mark) -> mark <= this.high * 1.001, (mark) -> mark * 10).toArray();
		}
		double step = step(this.high);
		return DoubleStream.iterate(0, (mark) -> mark <= this.high * 1.001, (mark) -> mark + step).toArray();
	}

	/** One, two or five times a power of ten, so that there are four to ten of them. */
	private static double step(double most) {
		double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, Double.MIN_NORMAL))) - 1);
		double parts = most / power;
		return power * ((parts <= 20) ? 2 : (parts <= 50) ? 5 : 10);
	}

}
