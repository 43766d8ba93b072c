package io.github.mesosdiscovery.benchmarks.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of an application with web and actuator, and those that the starter adds. They
 * are parts of this process's class path; which jars need which others is in a file that
 * the build writes.
 *
 * @param application the jars without the starter
 * @param added the jars that only the starter needs
 */
public record ClassPaths(List<Path> application, List<Path> added) {

	private static final String PROPERTY = "benchmarks.dependencies";

	private static final List<String> APPLICATION = List.of("org.springframework.boot:spring-boot-starter-webmvc",
			"org.springframework.boot:spring-boot-starter-actuator");

	private static final String STARTER = "io.github.mesosdiscovery:mesos-discovery-starter";

	private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*?(-tests)?\\.jar");

	/** Find the jars. */
	public static ClassPaths find() throws IOException {
		String file = System.getProperty(PROPERTY);
		if (file == null) {
			throw new IllegalStateException("-D" + PROPERTY + " must be set to a file with dependencies in the Trivial "
					+ "Graph Format; -Pbenchmarks writes and sets it");
		}
		return of(Files.readAllLines(Path.of(file)), System.getProperty("java.class.path"));
	}

	/** Find the jars. */
	static ClassPaths of(List<String> graph, String classPath) {
		Map<String, Set<String>> needs = parse(graph);
		Map<String, Path> jars = new HashMap<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			Matcher jar = JAR.matcher(entry.substring(entry.lastIndexOf(File.separatorChar) + 1));
			if (jar.matches() && jar.group(2) == null) {
				jars.put(jar.group(1), Path.of(entry));
			}
		}
		Set<String> application = closure(APPLICATION, needs);
		Set<String> added = closure(List.of(STARTER), needs);
		added.removeAll(application);
		return new ClassPaths(paths(application, jars), paths(added, jars));
	}

	private static Map<String, Set<String>> parse(List<String> graph) {
		Map<String, String> names = new HashMap<>();
		Map<String, Set<String>> needs = new HashMap<>();
		int edges = graph.indexOf("#");
		for (String line : graph.subList(0, edges)) {
			// In brackets where it is omitted because it stands elsewhere.
			String[] parts = line.replace("(", "").split(" ");
			String[] coordinates = parts[1].split(":");
			names.put(parts[0], coordinates[0] + ":" + coordinates[1]);
		}
		for (String line : graph.subList(edges + 1, graph.size())) {
			String[] parts = line.split(" ");
			if (!parts[2].startsWith("test")) {
				needs.computeIfAbsent(names.get(parts[0]), (first) -> new LinkedHashSet<>()).add(names.get(parts[1]));
			}
		}
		return needs;
	}

	private static Set<String> closure(List<String> artifacts, Map<String, Set<String>> needs) {
		Set<String> closure = new LinkedHashSet<>(artifacts);
		Deque<String> next = new ArrayDeque<>(artifacts);
		while (!next.isEmpty()) {
			for (String needed : needs.getOrDefault(next.remove(), Set.of())) {
				if (closure.add(needed)) {
					next.add(needed);
				}
			}
		}
		return closure;
	}

	private static List<Path> paths(Set<String> artifacts, Map<String, Path> jars) {
		List<Path> paths = new ArrayList<>();
		for (String artifact : artifacts) {
			Path jar = jars.get(artifact.substring(artifact.indexOf(':') + 1));
			if (jar == null) {
				throw new IllegalStateException("No jar of " + artifact + " on the class path");
			}
			paths.add(jar);
		}
		return List.copyOf(paths);
	}

	/** Return the class path of an application without the starter. */
	public String withoutStarter(Path jar) {
		return join(Stream.concat(Stream.of(jar), this.application.stream()));
	}

	/** Return the class path of an application with the starter. */
	public String withStarter(Path jar) {
		return join(Stream.of(Stream.of(jar), this.application.stream(), this.added.stream()).flatMap((part) -> part));
	}

	private static String join(Stream<Path> jars) {
		return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
