package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.benchmarks.report.Fit;
import io.github.mesosdiscovery.benchmarks.report.LineChart;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Axis;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import org.openjdk.jmh.results.RunResult;

/**
 * What a locator computes when something happens at the path, and how that grows with the
 * registrations.
 */
final class TransitionReport {

	private static final Map<String, String> NAMES = Map.of("failover", "failover", "listing", "a list with one more",
			"registration", "the data of one more", "change", "other data of one", "initialRead",
			"the first read of all");

	private TransitionReport() {
	}

	static void write(List<RunResult> runs, Results results) {
		results.text("What a locator computes: the next state, the snapshot and the events. n are the registrations; "
				+ "the growth is the power law that fits best (least squares of the logarithms).");
		Table table = Table.of("what happens", "registrations", "µs, median", "µs, worst iteration", "B allocated");
		for (RunResult run : runs) {
			Iterations iterations = Iterations.of(run);
			table.row(name(iterations), registrations(iterations), micros(iterations), iterations.score().at(1) / 1_000,
					Math.round(iterations.allocated().median()));
		}
		results.table("transitions", table);
		Table growth = Table.of("what happens", "µs", "B allocated");
		String title = "What a locator computes, by the number of registrations";
		LineChart chart = new LineChart(title, new Axis("registrations", true), new Axis("µs", true));
		runs.stream()
			.map(Iterations::of)
			.collect(Collectors.groupingBy(TransitionReport::name, LinkedHashMap::new, Collectors.toList()))
			.forEach((name, sizes) -> {
				List<Point> time = points(sizes, TransitionReport::micros);
				growth.row(name, Fit.power(time).formula(),
						Fit.power(points(sizes, (iterations) -> iterations.allocated().median())).formula());
				chart.line(name, time);
			});
		results.table("growth", growth);
		results.chart("transitions", title, chart.svg());
	}

	private static List<Point> points(List<Iterations> sizes, ToDoubleFunction<Iterations> figure) {
		return sizes.stream()
			.map((iterations) -> new Point(registrations(iterations), figure.applyAsDouble(iterations)))
			.toList();
	}

	private static String name(Iterations iterations) {
		return NAMES.getOrDefault(iterations.benchmark(), iterations.benchmark());
	}

	private static int registrations(Iterations iterations) {
		return Integer.parseInt(iterations.parameter("registrations"));
	}

	private static double micros(Iterations iterations) {
		return iterations.score().median() / 1_000;
	}

}
