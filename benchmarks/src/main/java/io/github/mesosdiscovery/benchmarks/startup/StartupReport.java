package io.github.mesosdiscovery.benchmarks.startup;

import java.util.Map;

import io.github.mesosdiscovery.benchmarks.report.BarChart;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * The tables and the chart.
 */
final class StartupReport {

	private static final String TITLE = "Process start to ApplicationReadyEvent";

	private static final double MICROS = 1000;

	private static final double MEGABYTE = 1024 * 1024;

	private final Table ready = Table.of("runtime", "application", "ready, ms", "ratio", "main thread's CPU, ms",
			"ratio", "CPU of all threads, ms", "ratio", "classes");

	private final Table settled = Table.of("runtime", "application", "leader known after, ms", "CPU of all threads, ms",
			"classes", "heap after a GC, MB", "resident memory, MB", "threads");

	private final Table raw = Table.of("runtime", "round", "application", "figure", "value");

	private final BarChart chart = new BarChart(TITLE, "ms");

	void add(String runtime, Series series) {
		for (String name : series.names()) {
			this.ready.row(runtime, name, series.median(name, "ready") / MICROS,
					series.ratio(name, Starts.WITHOUT, "ready"), series.median(name, "main-cpu") / MICROS,
					series.ratio(name, Starts.WITHOUT, "main-cpu"), series.median(name, "cpu") / MICROS,
					series.ratio(name, Starts.WITHOUT, "cpu"), (long) series.median(name, "classes"));
			double leader = series.median(name, "leader");
			this.settled.row(runtime, name, Double.isNaN(leader) ? "" : (Object) (leader / MICROS),
					series.median(name, "settled-cpu") / MICROS, (long) series.median(name, "settled-classes"),
					series.median(name, "heap") / MEGABYTE, series.median(name, "rss") / MEGABYTE,
					(long) series.median(name, "threads"));
			this.chart.bar(runtime + ", " + name, series.median(name, "ready") / MICROS);
		}
		for (int i = 0; i < series.rounds().size(); i++) {
			int round = i;
			series.rounds().get(i).forEach((name, figures) -> addRaw(runtime, round, name, figures));
		}
	}

	private void addRaw(String runtime, int round, String name, Map<String, Double> figures) {
		figures.forEach((figure, value) -> this.raw.row(runtime, round, name, figure, value));
	}

	void writeTo(Results results) {
		results.text("Until the application is ready, medians; the ratios are those to the start without the starter "
				+ "in the same round:");
		results.table("ready", this.ready);
		results.text("1.5 s later, when the start of the client has come to rest:");
		results.table("settled", this.settled);
		results.raw("starts", this.raw);
		results.chart("ready", TITLE, this.chart.svg());
	}

}
