package io.github.mesosdiscovery.benchmarks.cost;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * One locator with few masters and with far too many: clusters have up to seven, and the
 * library must also work if somebody creates thousands of registrations.
 */
public final class ScaleMeasurement implements Measurement {

	private static final int[] MASTERS = { 3, 100, 10_000 };

	private static final double MILLIS = 1e6;

	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Override
	public void run(Results results, boolean quick) throws Exception {
		int failovers = quick ? 3 : 20;
		// Compiles the code that the first figures would be measured without.
		measure(MASTERS[0], failovers);
		Table table = Table.of("masters", "first leader, ms", "all masters, ms", "failover, median ms");
		for (int count : MASTERS) {
			double[] figures = measure(count, failovers);
			table.row(count, figures[0], figures[1], figures[2]);
		}
		results.text("One locator: from its start to the first leader and until all masters are known, and from the "
				+ "request that deletes the leader's znode to the listener, " + failovers + " times.");
		results.table("masters", table);
	}

	private static double[] measure(int count, int failovers) throws Exception {
		Leaders leaders = new Leaders();
		try (ZooKeeperProcess server = Servers.start(ZooKeeperVersions.NEWEST);
				Masters masters = new Masters(server.connectString(), count + failovers);
				ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(masters.url())
					.listener(leaders)
					.build()) {
			long start = System.nanoTime();
			locator.start();
			long first = leaders.await();
			awaitAll(locator, count + failovers);
			long all = System.nanoTime();
			double[] latencies = new double[failovers];
			for (int i = 0; i < failovers; i++) {
				leaders.next = new CompletableFuture<>();
				Masters.Deletion deletion = masters.deleteLeader();
				latencies[i] = (leaders.await() - deletion.sent()) / MILLIS;
				awaitAll(locator, count + failovers - 1 - i);
			}
			return new double[] { (first - start) / MILLIS, (all - start) / MILLIS, Quantiles.of(latencies).median() };
		}
	}

	private static void awaitAll(ZooKeeperMasterLocator locator, int count) throws Exception {
		MasterSnapshot snapshot = locator.snapshot();
		while (!snapshot.isComplete() || snapshot.masters().size() != count) {
			snapshot = locator.changedFrom(snapshot).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	/** When a listener has received a leader. */
	private static final class Leaders implements MesosMasterListener {

		private volatile CompletableFuture<Long> next = new CompletableFuture<>();

		@Override
		public void leaderChanged(LeaderChangedEvent event) {
			event.getLeader().ifPresent((leader) -> this.next.complete(System.nanoTime()));
		}

		long await() throws Exception {
			return this.next.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}

	}

}
