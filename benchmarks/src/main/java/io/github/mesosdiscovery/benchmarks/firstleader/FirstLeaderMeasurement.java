package io.github.mesosdiscovery.benchmarks.firstleader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.failover.Masters;
import io.github.mesosdiscovery.benchmarks.failover.Servers;
import io.github.mesosdiscovery.benchmarks.report.BarChart;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * From the start of each until it knows the leader, in a JVM that has done so often, and
 * as the first thing in a new one. Both look in turn, in a random order.
 */
public final class FirstLeaderMeasurement implements Measurement {

	private static final double MICROSECOND = 1000;

	private final boolean quick = Boolean.getBoolean("benchmarks.quick");

	private final Random random = new Random(1);

	@Override
	public void run(Results results) throws Exception {
		for (String version : List.of(ZooKeeperVersions.NEWEST, ZooKeeperVersions.OLDEST)) {
			try (ZooKeeperProcess server = Servers.start(version);
					Masters masters = new Masters(server.connectString())) {
				Stopwatch warm = (seeker) -> {
					Seeker.Search search = seeker.seek(masters.servers(), Masters.PATH);
					return search.found() - search.start();
				};
				Stopwatch cold = (seeker) -> ColdStart.inNewProcess(seeker, masters.servers(), Masters.PATH);
				measure(warm, this.quick ? 20 : 100);
				report(results, "warm-" + version, measure(warm, this.quick ? 50 : 400));
				report(results, "cold-" + version, measure(cold, this.quick ? 3 : 10));
			}
		}
	}

	private Map<Seeker, double[]> measure(Stopwatch stopwatch, int rounds) throws Exception {
		Map<Seeker, double[]> figures = new EnumMap<>(Seeker.class);
		List<Seeker> order = new ArrayList<>(List.of(Seeker.values()));
		order.forEach((seeker) -> figures.put(seeker, new double[rounds]));
		for (int i = 0; i < rounds; i++) {
			Collections.shuffle(order, this.random);
			for (Seeker seeker : order) {
				Objects.requireNonNull(figures.get(seeker))[i] = stopwatch.time(seeker) / MICROSECOND;
			}
		}
		return figures;
	}

	private static void report(Results results, String part, Map<Seeker, double[]> figures) {
		double[] bare = Objects.requireNonNull(figures.get(Seeker.BARE));
		results.text("## " + part + ": " + bare.length + " rounds");
		Table table = Table.of("who looks", "median us", "p90 us", "p99 us", "ratio, median of pairs",
				"ratio of the medians");
		BarChart bars = new BarChart("First leader, median; " + part, "us");
		figures.forEach((seeker, times) -> {
			Quantiles quantiles = Quantiles.of(times);
			double[] ratios = times.clone();
			Arrays.setAll(ratios, (i) -> times[i] / bare[i]);
			table.row(seeker.label(), quantiles.median(), quantiles.p90(), quantiles.p99(),
					Quantiles.of(ratios).median(), quantiles.median() / Quantiles.of(bare).median());
			bars.bar(seeker.label(), quantiles.median());
		});
		results.table(part, table);
		results.chart(part, "Medians", bars.svg());
	}

	/** How long one of them takes, in nanoseconds. */
	private interface Stopwatch {

		long time(Seeker seeker) throws Exception;

	}

}
