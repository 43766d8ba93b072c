package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * Figures of several ways to start, each started once in each round.
 *
 * @param rounds for each round the figures by way and by name
 */
record Series(List<Map<String, Map<String, Double>>> rounds) {

	private static final long SEED = 20;

	/** Start each once in each round, in random order. */
	static Series measure(List<ApplicationStart> starts, int count, Run run) throws IOException, InterruptedException {
		Random random = new Random(SEED);
		List<Map<String, Map<String, Double>>> rounds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<ApplicationStart> order = new ArrayList<>(starts);
			Collections.shuffle(order, random);
			Map<String, Map<String, Double>> round = new LinkedHashMap<>();
			starts.forEach((start) -> round.put(start.name(), Map.of()));
			for (ApplicationStart start : order) {
				round.put(start.name(), run.of(start));
			}
			rounds.add(round);
		}
		return new Series(rounds);
	}

	Set<String> names() {
		return this.rounds.get(0).keySet();
	}

	/** Return the median of a figure, or not a number if it was not printed. */
	double median(String name, String figure) {
		return median((round) -> figure(round, name, figure));
	}

	/** Return the mean of a figure, or not a number if it was not printed. */
	double mean(String name, String figure) {
		return this.rounds.stream()
			.mapToDouble((round) -> figure(round, name, figure))
			.filter((number) -> !Double.isNaN(number))
			.average()
			.orElse(Double.NaN);
	}

	/**
	 * Return the median of its ratios to the same figure of another way, round by round.
	 */
	double ratio(String name, String base, String figure) {
		return median((round) -> figure(round, name, figure) / figure(round, base, figure));
	}

	private double median(ToDoubleFunction<Map<String, Map<String, Double>>> figure) {
		double[] figures = this.rounds.stream().mapToDouble(figure).filter((number) -> !Double.isNaN(number)).toArray();
		return (figures.length == 0) ? Double.NaN : Quantiles.of(figures).median();
	}

	private static double figure(Map<String, Map<String, Double>> round, String name, String figure) {
		return round.getOrDefault(name, Map.of()).getOrDefault(figure, Double.NaN);
	}

	/** Add all figures to a table of runtime, round, way, name and value. */
	void addTo(Table table, String runtime) {
		for (int i = 0; i < this.rounds.size(); i++) {
			int round = i;
			this.rounds.get(i)
				.forEach((way, figures) -> figures
					.forEach((name, value) -> table.row(runtime, round, way, name, value)));
		}
	}

	/** Starts the application once. */
	interface Run {

		/** Start the application. */
		Map<String, Double> of(ApplicationStart start) throws IOException, InterruptedException;

	}

}
