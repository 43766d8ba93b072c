package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.benchmarks.report.BarChart;
import io.github.mesosdiscovery.benchmarks.report.LineChart;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Axis;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * The table and the charts of one race.
 *
 * @param course the race
 * @param laps what was measured
 */
record RaceReport(Course course, Laps laps) {

	void write(Results results) {
		String part = this.course.part();
		results.text("## " + part + ": " + this.course);
		results.table(part, table());
		BarChart medians = new BarChart("Failover, median: " + this.course, "us");
		LineChart distribution = new LineChart("Failovers heard of: " + this.course, new Axis("microseconds", true),
				new Axis("% of all", false));
		for (Kind kind : this.course.kinds()) {
			if (this.laps.heard(kind) > 0) {
				Quantiles latency = Quantiles.of(this.laps.latencies(kind));
				medians.bar(kind.label(), latency.median());
				distribution.line(kind.label(), distribution(latency));
			}
		}
		results.chart(part + "-medians", "Medians", medians.svg());
		results.chart(part + "-distribution", "Distribution", distribution.svg());
	}

	private Table table() {
		Table table = Table.of("who hears of it", "heard", "median us", "p90 us", "p99 us", "ratio, median of pairs",
				"ratio, p99 of pairs", "ratio of the p99s");
		double limit = Quantiles.of(this.laps.latencies(Kind.BARE)).p99();
		for (Kind kind : this.course.kinds()) {
			if (this.laps.heard(kind) == 0) {
				table.row(kind.label(), 0, "never", "never", "never", "", "", "");
				continue;
			}
			Quantiles latency = Quantiles.of(this.laps.latencies(kind));
			Quantiles ratio = Quantiles.of(this.laps.ratios(kind, Kind.BARE));
			table.row(kind.label(), this.laps.heard(kind), latency.median(), latency.p90(), latency.p99(),
					ratio.median(), ratio.p99(), latency.p99() / limit);
		}
		return table;
	}

	/** Who misses some does not reach the top. */
	private List<Point> distribution(Quantiles latency) {
		double part = (double) latency.count() / this.laps.count();
		return IntStream.rangeClosed(0, 200).mapToObj((i) -> new Point(latency.at(i / 200.0), i / 2.0 * part)).toList();
	}

}
