package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import org.springframework.util.FileSystemUtils;

/**
 * From the start to the end of the process that prints the leader: the command in each
 * way to run it, and a script that uses the Python client.
 */
public final class CommandMeasurement implements Measurement {

	private static final String TITLE = "Process start to process end, median";

	private static final Path JAR = Path.of("../sample-app/target/mesos-discovery-sample-app.jar");

	private static final long SEED = 25;

	private static final String LEADER = "master@127.0.0.1:5050";

	@Override
	public void run(Results results, boolean quick) throws Exception {
		int rounds = quick ? 3 : 25;
		Path directory = Files.createTempDirectory("benchmark-command");
		try (ZooKeeperProcess zooKeeper = Servers.start(ZooKeeperVersions.NEWEST);
				Masters masters = new Masters(zooKeeper.connectString())) {
			List<Command> commands = new ArrayList<>();
			Optional<Command> kazoo = Command.kazoo(zooKeeper.connectString(), Masters.PATH);
			kazoo.ifPresentOrElse(commands::add, () -> results
				.text("Not compared with Python: `python3 -c 'import kazoo'` fails (Debian's python3-kazoo)."));
			for (Jdk jdk : Jdk.all()) {
				commands.addAll(Command.of(jdk, JAR, directory, masters.url()));
			}
			results.text(rounds + " runs of each, one after the other in random order, with three masters, on "
					+ Jdk.versions() + ".");
			report(commands, measure(commands, rounds), results);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private static Map<Command, List<ProcessRun>> measure(List<Command> commands, int rounds)
			throws IOException, InterruptedException {
		Random random = new Random(SEED);
		Map<Command, List<ProcessRun>> runs = new LinkedHashMap<>();
		List<Command> order = new ArrayList<>(commands);
		for (int i = 0; i < rounds; i++) {
			Collections.shuffle(order, random);
			for (Command command : order) {
				ProcessRun run = ProcessRun.of(command.arguments());
				if (!run.out().contains(LEADER)) {
					throw new IllegalStateException(command.name() + " printed " + run.out());
				}
				runs.computeIfAbsent(command, (first) -> new ArrayList<>()).add(run);
			}
		}
		return runs;
	}

	private static void report(List<Command> commands, Map<Command, List<ProcessRun>> runs, Results results)
			throws IOException, InterruptedException {
		Table table = Table.of("command", "median, s", "p90, s", "shortest, s", "CPU, median, s", "classes",
				"not from an archive");
		Table raw = Table.of("command", "wall, ms", "CPU, ms");
		Map<String, Double> bars = new LinkedHashMap<>();
		for (Command command : commands) {
			List<ProcessRun> all = runs.getOrDefault(command, List.of());
			Quantiles wall = seconds(all, ProcessRun::wall);
			boolean java = !command.name().equals(Command.KAZOO);
			List<String> classes = java ? command.loadedClasses() : List.of();
			table.row(command.name(), wall.median(), wall.p90(), wall.at(0), seconds(all, ProcessRun::cpu).median(),
					java ? classes.size() : "",
					java ? classes.stream().filter((line) -> !line.contains("shared objects file")).count() : "");
			bars.put(command.name(), wall.median());
			all.forEach((run) -> raw.row(command.name(), run.wall().toMillis(), run.cpu().toMillis()));
		}
		results.table("times", table);
		results.raw("runs", raw);
		results.bars("times", TITLE, "s", bars);
	}

	private static Quantiles seconds(List<ProcessRun> runs, Function<ProcessRun, Duration> time) {
		return Quantiles.of(runs.stream().mapToDouble((run) -> time.apply(run).toNanos() / 1e9).toArray());
	}

}
