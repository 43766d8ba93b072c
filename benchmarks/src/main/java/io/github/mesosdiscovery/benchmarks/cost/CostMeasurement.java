package io.github.mesosdiscovery.benchmarks.cost;

import java.time.Duration;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * Measures what a locator costs: for each change, at rest and on the class path.
 * <p>
 * {@code -Dbenchmarks.cost.idle=PT30S} shortens the time at rest,
 * {@code -Dbenchmarks.quick=true} all.
 */
public final class CostMeasurement implements Measurement {

	@Override
	public void run(Results results) throws Exception {
		boolean quick = Boolean.getBoolean("benchmarks.quick");
		int rounds = quick ? 3 : 10;
		RequestReport requests = new RequestReport();
		for (String version : new String[] { ZooKeeperVersions.NEWEST, ZooKeeperVersions.OLDEST }) {
			try (FollowedMasters masters = FollowedMasters.start(version)) {
				requests.add(version, masters, rounds);
			}
		}
		requests.write(results);
		new HeldThings(quick ? 20 : 100).report(results);
		new IdleTime(Duration.parse(System.getProperty("benchmarks.cost.idle", quick ? "PT20S" : "PT5M")))
			.report(results);
		StarterJars.report(results);
	}

}
