package io.github.mesosdiscovery.benchmarks.startup;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * What the starter adds to the start of an application with web and actuator: the
 * application without it, with it and ZooKeeper, with it and no ZooKeeper, and with it
 * disabled.
 */
public final class StartupMeasurement implements Measurement {

	private static final String TITLE = "Process start to ApplicationReadyEvent";

	private static final double MICROS = 1000;

	private static final double MEGABYTE = 1024 * 1024;

	@Override
	public void run(Results results, boolean quick) throws Exception {
		int rounds = quick ? 3 : 20;
		Map<String, Series> runtimes = new LinkedHashMap<>();
		try (Starts starts = new Starts()) {
			for (Jdk jdk : Jdk.all()) {
				runtimes.put(jdk.toString(), Series.measure(starts.of(jdk), rounds, ApplicationStart::run));
				if (jdk.hasAotCache()) {
					runtimes.put(jdk + ", AOT cache",
							Series.measure(starts.trained(jdk), rounds, ApplicationStart::run));
				}
			}
			results.text(rounds + " starts of each, one after the other in random order, each in a new JVM, on "
					+ Jdk.versions() + ". The starter adds " + starts.addedJars() + " jars.");
		}
		report(runtimes, results);
	}

	private static void report(Map<String, Series> runtimes, Results results) {
		Table ready = Table.of("runtime", "application", "ready, ms", "ratio", "main thread's CPU, ms", "ratio",
				"CPU of all threads, ms", "ratio", "classes");
		Table settled = Table.of("runtime", "application", "leader known after, ms", "CPU of all threads, ms",
				"classes", "heap after a GC, MB", "resident memory, MB", "threads");
		Table raw = Table.of("runtime", "round", "application", "figure", "value");
		Map<String, Double> bars = new LinkedHashMap<>();
		runtimes.forEach((runtime, series) -> {
			for (String name : series.names()) {
				ready.row(runtime, name, series.median(name, "ready") / MICROS,
						series.ratio(name, Starts.WITHOUT, "ready"), series.median(name, "main-cpu") / MICROS,
						series.ratio(name, Starts.WITHOUT, "main-cpu"), series.median(name, "cpu") / MICROS,
						series.ratio(name, Starts.WITHOUT, "cpu"), (long) series.median(name, "classes"));
				double leader = series.median(name, "leader");
				settled.row(runtime, name, Double.isNaN(leader) ? "" : (Object) (leader / MICROS),
						series.median(name, "settled-cpu") / MICROS, (long) series.median(name, "settled-classes"),
						series.median(name, "heap") / MEGABYTE, series.median(name, "rss") / MEGABYTE,
						(long) series.median(name, "threads"));
				bars.put(runtime + ", " + name, series.median(name, "ready") / MICROS);
			}
			series.addTo(raw, runtime);
		});
		results.text("Until the application is ready, medians; the ratios are those to the start without the starter "
				+ "in the same round:");
		results.table("ready", ready);
		results.text("1.5 s later, when the client has started:");
		results.table("settled", settled);
		results.raw("starts", raw);
		results.bars("ready", TITLE, "ms", bars);
	}

}
