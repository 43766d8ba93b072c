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
 * @param name what is special about it
 * @param jdk the Java runtime
 * @param options options of the JVM, with the class path
 * @param properties properties of the application
 */
record ApplicationStart(String name, Jdk jdk, List<String> options, List<String> properties) {

	private static final Pattern FIGURE = Pattern.compile("figure ([a-z-]+)=(\\d+)");

	ApplicationStart with(String option) {
		return new ApplicationStart(this.name, this.jdk,
				Stream.concat(Stream.of(option), this.options.stream()).toList(), this.properties);
	}

	/**
	 * Start once.
	 * @return the figures that the application wrote, by their names
	 */
	Map<String, Double> run() throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(this.options);
		arguments.add("-Dbenchmarks.start=" + Instant.now());
		arguments.add(StartupApplication.class.getName());
		arguments.addAll(this.properties);
		return figures(ProcessRun.of(this.jdk.java(arguments)).out());
	}

	/** The first of each name: a leader can change. */
	static Map<String, Double> figures(String out) {
		return FIGURE.matcher(out)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> Double.valueOf(found.group(2)),
					(first, next) -> first));
	}

}
