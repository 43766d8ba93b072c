package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import org.springframework.util.FileSystemUtils;

/**
 * What the starter adds to the start of an application with web and actuator: the same
 * application without it, with it and ZooKeeper, and with it while nothing listens where
 * ZooKeeper should be.
 */
public final class StartupMeasurement implements Measurement {

	private static final int ROUNDS = Boolean.getBoolean("benchmarks.quick") ? 3 : 20;

	@Override
	public void run(Results results) throws Exception {
		ClassPaths classPaths = ClassPaths.in(System.getProperty("java.class.path"));
		Path directory = Files.createTempDirectory("benchmark-startup");
		try (ZooKeeperProcess zooKeeper = ZooKeeperProcess.start("3.9.5", "-Xmx512m");
				MasterPath masters = new MasterPath(zooKeeper.connectString(), "/mesos")) {
			masters.create();
			List.of(5050, 5051, 5052).forEach((port) -> masters.register(MasterFormat.JSON, port));
			Path application = ApplicationJar.write(directory.resolve("application.jar"));
			StartupReport report = new StartupReport();
			measure(new Starts(classPaths, application, masters.mechanism()), report);
			results.text(ROUNDS + " starts of each, one after the other in random order, each in a new JVM, on "
					+ Jdk.versions() + ". The starter adds " + classPaths.added().size() + " jars.");
			report.writeTo(results);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
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
