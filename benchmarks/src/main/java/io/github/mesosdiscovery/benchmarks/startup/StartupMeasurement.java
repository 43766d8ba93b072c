package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.report.Results;

/**
 * What the starter adds to the start of an application with web and actuator: the same
 * application without it, with it and ZooKeeper, and with it while nothing listens where
 * ZooKeeper should be.
 */
public final class StartupMeasurement implements Measurement {

	private static final int ROUNDS = Boolean.getBoolean("benchmarks.quick") ? 3 : 20;

	@Override
	public void run(Results results) throws Exception {
		Starts.use((starts) -> {
			StartupReport report = new StartupReport();
			measure(starts, report);
			results.text(ROUNDS + " starts of each, one after the other in random order, each in a new JVM, on "
					+ Jdk.versions() + ". The starter adds " + starts.classPaths().added().size() + " jars.");
			report.writeTo(results);
		});
	}

	private static void measure(Starts starts, StartupReport report) throws IOException, InterruptedException {
		for (Jdk jdk : Jdk.all()) {
			report.add(jdk.toString(), Series.measure(starts.of(jdk), ROUNDS, ApplicationStart::run));
			if (jdk.hasAotCache()) {
				report.add(jdk + ", AOT cache", Series.measure(starts.trained(jdk), ROUNDS, ApplicationStart::run));
			}
		}
	}

}
