package io.github.mesosdiscovery.benchmarks.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Fit}.
 */
class FitTests {

	@Test
	void whatDoesNotGrowIsFound() {
		Fit constant = Fit.constant(points((x) -> 5));
		assertThat(constant.formula()).isEqualTo("5");
		assertThat(constant.error()).isCloseTo(0, within(1e-9));
		assertThat(Fit.constant(List.of(new Point(1, 10), new Point(2, 30))).error()).isGreaterThan(0.3);
	}

	@Test
	void lineIsFound() {
		List<Point> points = points((x) -> 3 + 0.5 * x);
		Fit line = Fit.line(points);
		assertThat(line.formula()).isEqualTo("3 + 0.5 n");
		assertThat(line.error()).isCloseTo(0, within(1e-9));
		assertThat(Fit.power(points).error()).isGreaterThan(0.1);
	}

	@Test
	void lineCanFall() {
		assertThat(Fit.line(points((x) -> 2000 - x)).formula()).isEqualTo("2000 - 1 n");
	}

	@Test
	void powerLawIsFound() {
		List<Point> points = points((x) -> 7 * Math.pow(x, 1.5));
		Fit power = Fit.power(points);
		assertThat(power.formula()).isEqualTo("7 n^1.50");
		assertThat(power.error()).isCloseTo(0, within(1e-9));
		assertThat(Fit.line(points).error()).isGreaterThan(0.1);
	}

	@Test
	void smallNumberCountsAsMuchAsALargeOne() {
		// The last is 10 % off: seen from there alone, the line would miss the first by
		// far.
		List<Point> points = List.of(new Point(1, 11), new Point(10, 20), new Point(1000, 1111));
		Fit line = Fit.line(points);
		assertThat(line.error()).isLessThan(0.06);
		assertThat(line.formula()).isEqualTo("9.74 + 1.08 n");
	}

	private static List<Point> points(DoubleUnaryOperator curve) {
		return DoubleStream.of(1, 10, 100, 1000).mapToObj((x) -> new Point(x, curve.applyAsDouble(x))).toList();
	}

}
