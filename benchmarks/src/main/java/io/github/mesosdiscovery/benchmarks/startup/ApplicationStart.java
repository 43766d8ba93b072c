package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;
import io.github.mesosdiscovery.benchmarks.startup.application.StartupApplication;

/**
 * A way to start the application, each time in a new JVM.
 *
 * @param name its name in tables and charts
 * @param jdk the Java runtime
 * @param options the options of the JVM, including the class path
 * @param properties the properties of the application
 */
record ApplicationStart(String name, Jdk jdk, List<String> options, List<String> properties) {

	private static final Pattern FIGURE = Pattern.compile("figure ([a-z-]+)=(\\d+)");

	ApplicationStart with(String option) {
		return new ApplicationStart(this.name, this.jdk,
				Stream.concat(Stream.of(option), this.options.stream()).toList(), this.properties);
	}

	/** Start once. */
	Map<String, Double> run() throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(this.options);
		arguments.add("-Dbenchmarks.start=" + Instant.now());
		arguments.add(StartupApplication.class.getName());
		arguments.addAll(this.properties);
		return figures(ProcessRun.of(this.jdk.java(arguments)).out());
	}

	/** The first of each name counts: a leader can change. */
	static Map<String, Double> figures(String out) {
		return FIGURE.matcher(out)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> Double.valueOf(found.group(2)),
					(first, next) -> first));
	}

}
