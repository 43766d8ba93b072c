package io.github.mesosdiscovery.benchmarks.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;
import io.github.mesosdiscovery.benchmarks.report.BarChart;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * The table and the chart.
 */
final class CommandReport {

	static final String KAZOO = "Python, kazoo";

	private static final String TITLE = "Process start to process end, median";

	private final Map<String, List<ProcessRun>> runs = new LinkedHashMap<>();

	private final Map<String, LoadedClasses> classes = new LinkedHashMap<>();

	CommandReport(List<String> names) {
		names.forEach((name) -> this.runs.put(name, new ArrayList<>()));
	}

	void add(String name, ProcessRun run) {
		this.runs.computeIfAbsent(name, (added) -> new ArrayList<>()).add(run);
	}

	void add(String name, LoadedClasses loaded) {
		this.classes.put(name, loaded);
	}

	void writeTo(Results results) {
		Table table = Table.of("command", "median, s", "p90, s", "shortest, s", "CPU, median, s", "classes",
				"not from an archive");
		Table raw = Table.of("command", "wall, ms", "CPU, ms");
		BarChart chart = new BarChart(TITLE, "s");
		this.runs.forEach((name, all) -> {
			Quantiles wall = seconds(all, ProcessRun::wall);
			LoadedClasses loaded = this.classes.get(name);
			table.row(name, wall.median(), wall.p90(), wall.at(0), seconds(all, ProcessRun::cpu).median(),
					(loaded != null) ? loaded.all() : "", (loaded != null) ? loaded.parsed() : "");
			chart.bar(name, wall.median());
			all.forEach((run) -> raw.row(name, run.wall().toMillis(), run.cpu().toMillis()));
		});
		results.table("times", table);
		results.raw("runs", raw);
		results.chart("times", TITLE, chart.svg());
	}

	private static Quantiles seconds(List<ProcessRun> runs, Function<ProcessRun, Duration> time) {
		return Quantiles.of(runs.stream().mapToDouble((run) -> time.apply(run).toNanos() / 1e9).toArray());
	}

}
