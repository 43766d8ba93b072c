package io.github.mesosdiscovery.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * How one quantity grows with another: with which power of it, by the straight line that
 * fits their logarithms best (least squares).
 *
 * @param exponent 0 if it does not grow, 1 if it doubles with the other
 */
public record Growth(double exponent) {

	/**
	 * Fit the growth.
	 * @param points what was measured, all above zero, for at least two values of
	 * {@code x}
	 * @return the growth of {@code y} with {@code x}
	 */
	public static Growth of(List<LineChart.Point> points) {
		double x = points.stream().mapToDouble((point) -> Math.log(point.x())).average().orElseThrow();
		double y = points.stream().mapToDouble((point) -> Math.log(point.y())).average().orElseThrow();
		double together = 0;
		double alone = 0;
		for (LineChart.Point point : points) {
			double right = Math.log(point.x()) - x;
			together += right * (Math.log(point.y()) - y);
			alone += right * right;
		}
		return new Growth(together / alone);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "n^%.2f", this.exponent);
	}

}
