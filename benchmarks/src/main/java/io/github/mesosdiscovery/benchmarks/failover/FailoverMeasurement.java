package io.github.mesosdiscovery.benchmarks.failover;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * From the request that deletes the leader's znode until each contender knows who leads.
 * {@code -Dbenchmarks.races=duel} runs only the races whose names begin so.
 */
public final class FailoverMeasurement implements Measurement {

	@Override
	public void run(Results results, boolean quick) throws Exception {
		String prefix = System.getProperty("benchmarks.races", "");
		for (Race race : Race.all()) {
			if (race.part().startsWith(prefix)) {
				run(quick ? race.quick() : race).write(results);
			}
		}
	}

	/** Each on a new server, so that none is slower for what was before. */
	private static RaceResult run(Race race) throws Exception {
		try (ZooKeeperProcess server = Servers.start(race.version());
				Masters masters = new Masters(server.connectString());
				FaultProxy proxy = FaultProxy.to(server.port())) {
			proxy.delay(race.delay());
			String servers = race.delay().isZero() ? server.connectString() : proxy.connectString();
			return new RaceRunner(race, masters, servers).run();
		}
	}

}
