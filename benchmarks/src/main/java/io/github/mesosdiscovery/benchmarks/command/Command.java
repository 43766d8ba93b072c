package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;

/**
 * A way to run the command.
 *
 * @param name its name in tables and charts
 * @param arguments the command line
 */
record Command(String name, List<String> arguments) {

	/** Name of the script. */
	static final String KAZOO = "Python, kazoo";

	private static final String SCRIPT = "src/main/python/leader.py";

	/** Debian's own first: another Python can come first on the path. */
	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

	/** Return the ways that the README describes. */
	static List<Command> of(Jdk jdk, Path jar, Path directory, String url) throws IOException, InterruptedException {
		Path extracted = directory.resolve("extracted-" + jdk.feature());
		ProcessRun.of(jdk
			.java(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", "" + extracted)));
		Path small = extracted.resolve(jar.getFileName());
		List<Command> commands = new ArrayList<>();
		commands.add(new Command(jdk + ", the jar", java(jdk, jar, url)));
		commands.add(new Command(jdk + ", the jar extracted", java(jdk, small, url)));
		Path classes = extracted.resolve("classes.jsa");
		ProcessRun.of(java(jdk, small, url, "-XX:ArchiveClassesAtExit=" + classes));
		addBoth(commands, jdk + ", class-data archive", java(jdk, small, url, "-XX:SharedArchiveFile=" + classes));
		if (jdk.hasAotCache()) {
			Path cache = extracted.resolve("cache.aot");
			ProcessRun.of(java(jdk, small, url, "-XX:AOTCacheOutput=" + cache));
			addBoth(commands, jdk + ", AOT cache", java(jdk, small, url, "-XX:AOTCache=" + cache));
		}
		return commands;
	}

	private static void addBoth(List<Command> commands, String name, List<String> arguments) {
		commands.add(new Command(name, arguments));
		List<String> quick = new ArrayList<>(arguments);
		quick.add(1, "-XX:TieredStopAtLevel=1");
		commands.add(new Command(name + ", C1 only", quick));
	}

	private static List<String> java(Jdk jdk, Path jar, String url, String... options) {
		return jdk.java(Stream.concat(Stream.of(options), Stream.of("-jar", jar.toString(), "--zk", url)).toList());
	}

	/** Return the classes that a Java command loads, as lines of the JVM's log. */
	List<String> loadedClasses() throws IOException, InterruptedException {
		List<String> logging = new ArrayList<>(this.arguments);
		logging.add(1, "-Xlog:class+load");
		return ProcessRun.of(logging).out().lines().filter((line) -> line.contains(" source: ")).toList();
	}

	/**
	 * Return a script with the Python client of ZooKeeper, or empty if that is not
	 * installed.
	 */
	static Optional<Command> kazoo(String servers, String path) throws InterruptedException {
		for (String python : PYTHONS) {
			if (hasKazoo(python)) {
				return Optional.of(new Command(KAZOO, List.of(python, SCRIPT, servers, path)));
			}
		}
		return Optional.empty();
	}

	private static boolean hasKazoo(String python) throws InterruptedException {
		try {
			ProcessRun.of(List.of(python, "-c", "import kazoo"));
			return true;
		}
		catch (IOException | IllegalStateException ex) {
			return false;
		}
	}

}
