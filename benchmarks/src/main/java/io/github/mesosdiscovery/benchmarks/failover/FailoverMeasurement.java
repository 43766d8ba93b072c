package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * From the request that deletes the leader's znode until each contender knows who leads.
 * {@code -Dbenchmarks.races=duel} runs only the races whose names begin so.
 */
public final class FailoverMeasurement implements Measurement {

	private final boolean quick = Boolean.getBoolean("benchmarks.quick");

	private final String races = System.getProperty("benchmarks.races", "");

	@Override
	public void run(Results results) throws Exception {
		List<Course> courses = Course.all().stream().filter((course) -> course.part().startsWith(this.races)).toList();
		for (Course course : courses) {
			run(this.quick ? course.quick() : course, results);
		}
	}

	/** On a server of its own, so that none is slower for what was before. */
	private static void run(Course course, Results results) throws Exception {
		try (ZooKeeperProcess server = Servers.start(course.version());
				Masters masters = new Masters(server.connectString());
				FaultProxy proxy = FaultProxy.to(server.port())) {
			proxy.delay(course.delay());
			String servers = course.delay().isZero() ? server.connectString() : proxy.connectString();
			Laps laps = new Race(course, masters, servers).run();
			new RaceReport(course, laps).write(results);
		}
	}

}
