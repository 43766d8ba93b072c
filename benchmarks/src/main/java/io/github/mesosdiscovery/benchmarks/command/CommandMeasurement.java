package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import org.springframework.util.FileSystemUtils;

/**
 * From the start to the end of the process that asks for the leader: the command in each
 * way to run it, and a script on the Python client.
 */
public final class CommandMeasurement implements Measurement {

	private static final int ROUNDS = Boolean.getBoolean("benchmarks.quick") ? 3 : 25;

	private static final long SEED = 25;

	private static final String PATH = "/mesos";

	private static final String LEADER = "master@127.0.0.1:5050";

	@Override
	public void run(Results results) throws Exception {
		Path jar = Path
			.of(System.getProperty("benchmarks.sample", "../sample-app/target/mesos-discovery-sample-app.jar"));
		Path directory = Files.createTempDirectory("benchmark-command");
		try (ZooKeeperProcess zooKeeper = ZooKeeperProcess.start("3.9.5", "-Xmx512m", "-XX:TieredStopAtLevel=4");
				MasterPath masters = new MasterPath(zooKeeper.connectString(), PATH)) {
			masters.create();
			List.of(5050, 5051, 5052).forEach((port) -> masters.register(MasterFormat.JSON, port));
			Map<String, List<String>> commands = new LinkedHashMap<>();
			Optional<List<String>> kazoo = Kazoo.command(directory, zooKeeper.connectString(), PATH);
			kazoo.ifPresentOrElse((command) -> commands.put(CommandReport.KAZOO, command), () -> results
				.text("Not compared with Python: `python3 -c 'import kazoo'` fails (Debian's python3-kazoo)."));
			for (Jdk jdk : Jdk.all()) {
				commands.putAll(new CommandLines(jar, directory, masters.mechanism()).of(jdk));
			}
			results.text(ROUNDS + " runs of each, one after the other in random order, with three masters, on "
					+ Jdk.versions() + ".");
			measure(commands).writeTo(results);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private static CommandReport measure(Map<String, List<String>> commands) throws IOException, InterruptedException {
		Random random = new Random(SEED);
		CommandReport report = new CommandReport(List.copyOf(commands.keySet()));
		for (int i = 0; i < ROUNDS; i++) {
			List<String> order = new ArrayList<>(commands.keySet());
			Collections.shuffle(order, random);
			for (String name : order) {
				ProcessRun run = ProcessRun.of(commands.getOrDefault(name, List.of()));
				if (!run.out().contains(LEADER)) {
					throw new IllegalStateException(name + " answered " + run.out());
				}
				report.add(name, run);
			}
		}
		for (String name : commands.keySet()) {
			if (!name.equals(CommandReport.KAZOO)) {
				report.add(name, LoadedClasses.of(commands.getOrDefault(name, List.of())));
			}
		}
		return report;
	}

}
