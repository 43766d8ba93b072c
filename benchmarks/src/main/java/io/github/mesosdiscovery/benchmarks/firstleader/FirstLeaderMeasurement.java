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
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * From the start of each client until it knows the leader, in a warm JVM and in a new
 * one. The clients take turns in random order.
 */
public final class FirstLeaderMeasurement implements Measurement {

	private static final double MICROSECOND = 1000;

	private final Random random = new Random(1);

	@Override
	public void run(Results results, boolean quick) throws Exception {
		for (String version : List.of(ZooKeeperVersions.NEWEST, ZooKeeperVersions.OLDEST)) {
			try (ZooKeeperProcess server = Servers.start(version);
					Masters masters = new Masters(server.connectString())) {
				Stopwatch warm = (seeker) -> {
					Seeker.Search search = seeker.seek(masters.servers());
					return search.found() - search.start();
				};
				Stopwatch cold = (seeker) -> ColdStart.inNewProcess(seeker, masters.servers());
				measure(warm, quick ? 20 : 100);
				report(results, "warm-" + version, measure(warm, quick ? 50 : 400));
				report(results, "cold-" + version, measure(cold, quick ? 3 : 10));
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
		figures.forEach((seeker, times) -> {
			Quantiles quantiles = Quantiles.of(times);
			double[] ratios = times.clone();
			Arrays.setAll(ratios, (i) -> times[i] / bare[i]);
			table.row(seeker.label(), quantiles.median(), quantiles.p90(), quantiles.p99(),
					Quantiles.of(ratios).median(), quantiles.median() / Quantiles.of(bare).median());
		});
		results.table(part, table);
	}

	/** Returns how long a search takes, in nanoseconds. */
	@FunctionalInterface
	private interface Stopwatch {

		long time(Seeker seeker) throws Exception;

	}

}
