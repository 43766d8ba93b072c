package io.github.mesosdiscovery.benchmarks.cost;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * The jars that the starter adds to an application that has web and actuator. What needs
 * what comes from the build, which resolved it all on one class path: that of this
 * process.
 */
final class StarterJars {

	private static final String PROPERTY = "benchmarks.dependencies";

	private static final List<String> APPLICATION = List.of("org.springframework.boot:spring-boot-starter-webmvc",
			"org.springframework.boot:spring-boot-starter-actuator");

	private static final String STARTER = "io.github.mesosdiscovery:mesos-discovery-starter";

	private static final Pattern UNWANTED = Pattern
		.compile("com\\.google\\.guava:.*|.*:(logback-.*|log4j-core|log4j|reload4j|slf4j-(simple|jdk14|log4j12))");

	private StarterJars() {
	}

	static void report(Results results) throws IOException {
		String file = System.getProperty(PROPERTY);
		if (file == null) {
			results.text("The jars of the starter were not measured: -D" + PROPERTY
					+ " names the file with the dependencies that the build writes.");
			return;
		}
		DependencyGraph graph = DependencyGraph.parse(Files.readAllLines(Path.of(file)));
		Set<String> added = graph.closure(List.of(STARTER));
		added.removeAll(graph.closure(APPLICATION));
		Map<String, Long> sizes = new TreeMap<>();
		added.forEach((artifact) -> sizes.put(artifact, size(artifact)));
		Table table = Table.of("jar", "KB");
		sizes.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
			.forEach((jar) -> table.row(jar.getKey(), jar.getValue() / 1000.0));
		double all = sizes.values().stream().mapToLong(Long::longValue).sum();
		results.text(("%d jars with %.2f MB come with the starter to an application that has web and actuator. Guava or"
				+ " logging back ends among them: %s.")
			.formatted(sizes.size(), all / 1e6, unwanted(added)));
		results.table("jars", table.row("all", all / 1000));
	}

	private static String unwanted(Set<String> added) {
		List<String> found = added.stream().filter((artifact) -> UNWANTED.matcher(artifact).matches()).toList();
		return found.isEmpty() ? "none" : String.join(", ", found);
	}

	private static long size(String artifact) {
		String name = artifact.substring(artifact.indexOf(':') + 1);
		Pattern jar = Pattern.compile(Pattern.quote(name) + "-\\d[^/]*\\.jar");
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((entry) -> jar.matcher(String.valueOf(entry.getFileName())).matches()
					|| entry.endsWith(Path.of(name, "target", "classes")))
			.mapToLong(StarterJars::size)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No jar of " + artifact + " on the class path"));
	}

	/** Of a module of this build it can be a directory, and of one without code none. */
	private static long size(Path entry) {
		if (!Files.exists(entry)) {
			return 0;
		}
		try (Stream<Path> files = Files.walk(entry)) {
			return files.filter(Files::isRegularFile).mapToLong(StarterJars::fileSize).sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long fileSize(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
