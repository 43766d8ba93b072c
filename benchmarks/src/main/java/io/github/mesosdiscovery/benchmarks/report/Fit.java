package io.github.mesosdiscovery.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;

/**
 * A curve through measured points, fitted by least squares. Errors are relative to what
 * was measured, for either kind of curve, so that a small number counts as much as a
 * large one and the two can be compared.
 *
 * @param formula the curve as a function of n
 * @param error the root of the mean squared relative error
 */
public record Fit(String formula, double error) {

	private static final MathContext DIGITS = new MathContext(3);

	private static final double NOTHING = 1e-9;

	/**
	 * Fit what does not grow.
	 * @param points at least one, with values above zero
	 * @return the mean
	 */
	public static Fit constant(List<Point> points) {
		double mean = sum(points, (point) -> 1 / point.y()) / sum(points, (point) -> 1 / (point.y() * point.y()));
		return new Fit(number(mean), error(points, (x) -> mean));
	}

	/**
	 * Fit {@code a + b n}.
	 * @param points at least two, with values above zero
	 * @return the line
	 */
	public static Fit line(List<Point> points) {
		double[] line = regress(points, Point::x, Point::y, (point) -> 1 / (point.y() * point.y()));
		return new Fit(number(line[0]) + ((line[1] < 0) ? " - " : " + ") + number(Math.abs(line[1])) + " n",
				error(points, (x) -> line[0] + line[1] * x));
	}

	/**
	 * Fit {@code c n^k}: a line where both axes are logarithmic.
	 * @param points at least two, with numbers and values above zero
	 * @return the curve
	 */
	public static Fit power(List<Point> points) {
		double[] line = regress(points, (point) -> Math.log(point.x()), (point) -> Math.log(point.y()), (point) -> 1);
		double factor = Math.exp(line[0]);
		return new Fit(number(factor) + " n^" + String.format(Locale.ROOT, "%.2f", line[1]),
				error(points, (x) -> factor * Math.pow(x, line[1])));
	}

	/** The slope and the height at zero that leave the least weighted squares. */
	private static double[] regress(List<Point> points, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y,
			ToDoubleFunction<Point> weight) {
		double all = sum(points, weight);
		double meanX = sum(points, (point) -> weight.applyAsDouble(point) * x.applyAsDouble(point)) / all;
		double meanY = sum(points, (point) -> weight.applyAsDouble(point) * y.applyAsDouble(point)) / all;
		double slope = sum(points,
				(point) -> weight.applyAsDouble(point) * (x.applyAsDouble(point) - meanX)
						* (y.applyAsDouble(point) - meanY))
				/ sum(points, (point) -> weight.applyAsDouble(point) * Math.pow(x.applyAsDouble(point) - meanX, 2));
		return new double[] { meanY - slope * meanX, slope };
	}

	private static double error(List<Point> points, Curve curve) {
		return Math.sqrt(sum(points, (point) -> Math.pow(curve.at(point.x()) / point.y() - 1, 2)) / points.size());
	}

	private static double sum(List<Point> points, ToDoubleFunction<Point> value) {
		return points.stream().mapToDouble(value).sum();
	}

	private static String number(double value) {
		return (Math.abs(value) < NOTHING) ? "0"
				: new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
	}

	@FunctionalInterface
	private interface Curve {

		double at(double x);

	}

}
