package io.github.mesosdiscovery.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.ClassPaths;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * What a locator costs: for each change, at rest and on the class path.
 */
public final class CostMeasurement implements Measurement {

	private static final Pattern UNWANTED = Pattern
		.compile("(guava|logback|log4j-core|log4j-1|reload4j|slf4j-(simple|jdk14|log4j12))-.*");

	@Override
	public void run(Results results, boolean quick) throws Exception {
		RequestReport requests = new RequestReport(quick ? 3 : 10);
		for (String version : List.of(ZooKeeperVersions.NEWEST, ZooKeeperVersions.OLDEST)) {
			requests.measure(version);
		}
		requests.write(results);
		new HeldResources(quick ? 20 : 100).report(results);
		new IdleTime(quick ? Duration.ofSeconds(20) : Duration.ofMinutes(5)).report(results);
		reportJars(results);
	}

	/** The jars that the starter adds to an application with web and actuator. */
	private static void reportJars(Results results) throws IOException {
		Map<String, Long> sizes = new TreeMap<>();
		for (Path jar : ClassPaths.find().added()) {
			sizes.put(String.valueOf(jar.getFileName()), Files.size(jar));
		}
		double all = sizes.values().stream().mapToLong(Long::longValue).sum();
		String unwanted = String.join(", ", sizes.keySet().stream().filter(UNWANTED.asMatchPredicate()).toList());
		results.text(("%d jars with %.2f MB come with the starter to an application that has web and actuator. Guava or"
				+ " logging back ends among them: %s.")
			.formatted(sizes.size(), all / 1e6, unwanted.isEmpty() ? "none" : unwanted));
		Table table = Table.of("jar", "KB");
		sizes.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
			.forEach((jar) -> table.row(jar.getKey(), jar.getValue() / 1000.0));
		results.table("jars", table.row("all", all / 1000));
	}

}
