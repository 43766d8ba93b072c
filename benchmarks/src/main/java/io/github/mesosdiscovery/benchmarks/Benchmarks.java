package io.github.mesosdiscovery.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.benchmarks.command.CommandMeasurement;
import io.github.mesosdiscovery.benchmarks.cost.CostMeasurement;
import io.github.mesosdiscovery.benchmarks.cost.ScaleMeasurement;
import io.github.mesosdiscovery.benchmarks.failover.FailoverMeasurement;
import io.github.mesosdiscovery.benchmarks.firstleader.FirstLeaderMeasurement;
import io.github.mesosdiscovery.benchmarks.jmh.JmhMeasurement;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.startup.ProfileMeasurement;
import io.github.mesosdiscovery.benchmarks.startup.StartupMeasurement;

/**
 * Runs measurements one after the other, and writes tables, charts and raw figures into
 * the directory {@code results}.
 */
public final class Benchmarks {

	private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

	static {
		// In the order in which they run.
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

	/** Run the measurements. */
	public static void main(String[] args) throws InterruptedException {
		List<String> names = (args.length == 0 || args[0].equals("all")) ? List.copyOf(MEASUREMENTS.keySet())
				: List.of(args[0].split(","));
		names.forEach(Benchmarks::find);
		System.setProperty("java.awt.headless", "true");
		boolean quick = Boolean.getBoolean("benchmarks.quick");
		List<String> failed = new ArrayList<>();
		for (String name : names) {
			Results results = new Results(Path.of("results"), name);
			try {
				System.out.println("== " + name);
				find(name).run(results, quick);
			}
			catch (Exception ex) {
				ex.printStackTrace();
				failed.add(name);
			}
			results.write();
		}
		// A thread of a client that hangs would keep the process alive.
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
