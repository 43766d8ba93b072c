package io.github.mesosdiscovery.benchmarks.startup;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class paths of an application with web and actuator.
 *
 * @param without without the starter
 * @param added what the starter adds
 */
record ClassPaths(List<String> without, List<String> added) {

	/** What only the starter brings to such an application. */
	private static final List<String> STARTER = List.of("mesos-discovery-starter", "mesos-discovery-autoconfigure",
			"mesos-discovery-proto", "curator-framework", "curator-client", "zookeeper", "zookeeper-jute",
			"audience-annotations", "commons-io", "protobuf-java", "netty-handler", "netty-resolver",
			"netty-codec-base", "netty-common", "netty-buffer", "netty-transport", "netty-transport-native-unix-common",
			"netty-transport-classes-epoll");

	/** What an application with web and actuator has anyway. */
	private static final Pattern APPLICATION = Pattern.compile("(spring|tomcat|jackson|micrometer|logback|log4j)-.*"
			+ "|commons-logging|slf4j-api|jul-to-slf4j|jakarta\\.annotation-api|jspecify|snakeyaml|HdrHistogram");

	private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*?(-tests)?\\.jar");

	/**
	 * Find them in a class path that holds more.
	 * @param classPath a class path of jars
	 * @throws IllegalStateException if something is missing: modules that are
	 * directories, as the JVM's archives do not take them
	 */
	static ClassPaths in(String classPath) {
		List<String> entries = List.of(classPath.split(File.pathSeparator));
		ClassPaths found = new ClassPaths(select(entries, (name) -> APPLICATION.matcher(name).matches()),
				select(entries, STARTER::contains));
		if (found.added().size() != STARTER.size()) {
			throw new IllegalStateException("Expected a jar of each of " + STARTER + ", but found " + found.added());
		}
		return found;
	}

	String withStarter(Path application) {
		return join(Stream.of(List.of(application.toString()), this.without, this.added));
	}

	String withoutStarter(Path application) {
		return join(Stream.of(List.of(application.toString()), this.without));
	}

	private static String join(Stream<List<String>> parts) {
		return String.join(File.pathSeparator, parts.flatMap(List::stream).toList());
	}

	private static List<String> select(List<String> entries, Predicate<String> isWanted) {
		return entries.stream().filter((entry) -> isWanted.test(artifact(entry))).toList();
	}

	private static String artifact(String entry) {
		Matcher matcher = JAR.matcher(entry.substring(entry.lastIndexOf(File.separatorChar) + 1));
		return (matcher.matches() && matcher.group(2) == null) ? matcher.group(1) : "";
	}

}
