package io.github.mesosdiscovery.benchmarks.failover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.mesosdiscovery.benchmarks.report.Line;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * What a race has measured.
 *
 * @param race the race
 * @param failovers the latency of each contender in each failover, in nanoseconds, unless
 * it missed the failover
 */
record RaceResult(Race race, List<Map<Kind, Long>> failovers) {

	private static final double MICROSECOND = 1000;

	/** Points of a distribution. */
	private static final int STEPS = 200;

	void write(Results results) {
		String part = this.race.part();
		results.text("## " + part + ": " + this.race);
		results.table(part, table());
		Map<String, Double> medians = new LinkedHashMap<>();
		List<Line> distributions = new ArrayList<>();
		for (Kind kind : this.race.kinds()) {
			double[] latencies = latencies(kind);
			if (latencies.length > 0) {
				medians.put(kind.label(), Quantiles.of(latencies).median());
				distributions.add(distribution(kind.label(), latencies));
			}
		}
		results.bars(part + "-medians", "Failover, median: " + this.race, "us", medians);
		results.lines(part + "-distribution", "Reported failovers: " + this.race, "microseconds", "% of all",
				distributions);
	}

	private Table table() {
		Table table = Table.of("who hears of it", "heard", "median us", "p90 us", "p99 us", "ratio, median of pairs",
				"ratio, p99 of pairs", "ratio of the p99s");
		double limit = Quantiles.of(latencies(Kind.BARE)).p99();
		for (Kind kind : this.race.kinds()) {
			double[] latencies = latencies(kind);
			if (latencies.length == 0) {
				table.row(kind.label(), 0, "never", "never", "never", "", "", "");
				continue;
			}
			Quantiles latency = Quantiles.of(latencies);
			Quantiles ratio = Quantiles.of(ratios(kind, Kind.BARE));
			table.row(kind.label(), latencies.length, latency.median(), latency.p90(), latency.p99(), ratio.median(),
					ratio.p99(), latency.p99() / limit);
		}
		return table;
	}

	/** In microseconds, of the failovers that the contender reported. */
	double[] latencies(Kind kind) {
		return this.failovers.stream()
			.map((latencies) -> latencies.get(kind))
			.filter(Objects::nonNull)
			.mapToDouble((nanos) -> nanos / MICROSECOND)
			.toArray();
	}

	/** Pair by pair, of the failovers that both contenders reported. */
	double[] ratios(Kind kind, Kind limit) {
		return this.failovers.stream()
			.filter((latencies) -> latencies.keySet().containsAll(List.of(kind, limit)))
			.mapToDouble((latencies) -> (double) latencies.getOrDefault(kind, 0L) / latencies.getOrDefault(limit, 0L))
			.toArray();
	}

	/** That of a contender which misses failovers does not reach the top. */
	private Line distribution(String label, double[] latencies) {
		Quantiles quantiles = Quantiles.of(latencies);
		double[] x = new double[STEPS + 1];
		double[] y = new double[STEPS + 1];
		for (int i = 0; i <= STEPS; i++) {
			x[i] = quantiles.at(100.0 * i / STEPS);
			y[i] = 100.0 * i / STEPS * latencies.length / this.failovers.size();
		}
		return new Line(label, x, y);
	}

}
