package io.github.mesosdiscovery.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.benchmarks.command.CommandMeasurement;
import io.github.mesosdiscovery.benchmarks.cost.CostMeasurement;
import io.github.mesosdiscovery.benchmarks.failover.FailoverMeasurement;
import io.github.mesosdiscovery.benchmarks.firstleader.FirstLeaderMeasurement;
import io.github.mesosdiscovery.benchmarks.jmh.JmhMeasurement;
import io.github.mesosdiscovery.benchmarks.report.Machine;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.scale.ScaleMeasurement;
import io.github.mesosdiscovery.benchmarks.startup.ProfileMeasurement;
import io.github.mesosdiscovery.benchmarks.startup.StartupMeasurement;

/**
 * Runs the measurements that are named, or all, one after the other, and leaves tables,
 * charts and raw figures in the directory {@code results}.
 */
public final class Benchmarks {

	private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

	static {
		// By name, in the order in which they run and stand in the summary.
		MEASUREMENTS.put("failover", new FailoverMeasurement());
		MEASUREMENTS.put("first-leader", new FirstLeaderMeasurement());
		MEASUREMENTS.put("jmh", new JmhMeasurement());
		MEASUREMENTS.put("startup", new StartupMeasurement());
		MEASUREMENTS.put("profile", new ProfileMeasurement());
		MEASUREMENTS.put("command", new CommandMeasurement());
		MEASUREMENTS.put("cost", new CostMeasurement());
		MEASUREMENTS.put("scale", new ScaleMeasurement());
	}

	private Benchmarks() {
	}

	/**
	 * Run the measurements.
	 * @param args their names, separated by commas, or {@code all}
	 */
	public static void main(String[] args) {
		List<String> names = (args.length == 0 || args[0].equals("all")) ? List.copyOf(MEASUREMENTS.keySet())
				: List.of(args[0].split(","));
		names.forEach(Benchmarks::find);
		Path directory = Path.of("results");
		Machine machine = Machine.here();
		List<String> failed = new ArrayList<>();
		for (String name : names) {
			Results results = new Results(directory, name, machine);
			try {
				System.out.println("== " + name);
				find(name).run(results);
			}
			catch (Exception ex) {
				ex.printStackTrace();
				failed.add(name);
			}
			results.write();
		}
		// Threads of a client that hangs must not keep the process.
		System.exit(failed.isEmpty() ? 0 : 1);
	}

	private static Measurement find(String name) {
		Measurement found = MEASUREMENTS.get(name);
		if (found == null) {
			throw new IllegalArgumentException(
					"There is no measurement '" + name + "'; expected one of " + MEASUREMENTS.keySet());
		}
		return found;
	}

}
