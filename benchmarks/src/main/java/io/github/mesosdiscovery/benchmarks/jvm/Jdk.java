package io.github.mesosdiscovery.benchmarks.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java runtime for processes.
 *
 * @param home its directory
 * @param version its version, for example {@code 17.0.15}
 */
public record Jdk(Path home, String version) {

	/** The first version that creates an AOT cache in one training run. */
	private static final int AOT_CACHE = 25;

	/**
	 * Return the runtimes to measure with: those of the system property {@code
	 * benchmarks.jdks}, separated by commas, or by default the running one and those of
	 * environment variables such as {@code JAVA25_HOME}.
	 */
	public static List<Jdk> all() {
		String given = System.getProperty("benchmarks.jdks", "");
		List<String> homes = given.isEmpty() ? found(System.getenv()) : List.of(given.split(","));
		Map<Integer, Jdk> jdks = new TreeMap<>();
		homes.stream().map((home) -> of(Path.of(home))).forEach((jdk) -> jdks.putIfAbsent(jdk.feature(), jdk));
		return List.copyOf(jdks.values());
	}

	/** Return the runtime of this process. */
	public static Jdk running() {
		return of(Path.of(System.getProperty("java.home")));
	}

	/** Return the versions of all. */
	public static String versions() {
		return "JDK " + all().stream().map(Jdk::version).collect(Collectors.joining(" and "));
	}

	static List<String> found(Map<String, String> environment) {
		List<String> homes = new ArrayList<>(List.of(System.getProperty("java.home")));
		environment.forEach((name, home) -> {
			if (name.matches("JAVA_?\\d+_HOME")) {
				homes.add(home);
			}
		});
		return homes;
	}

	static Jdk of(Path home) {
		Properties release = new Properties();
		try (InputStream in = Files.newInputStream(home.resolve("release"))) {
			release.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No Java runtime in " + home, ex);
		}
		return new Jdk(home, release.getProperty("JAVA_VERSION", "").replace("\"", ""));
	}

	/** Return the feature version. */
	public int feature() {
		return Integer.parseInt(this.version.split("[.+-]")[0]);
	}

	/** Return whether this runtime creates an AOT cache in one training run. */
	public boolean hasAotCache() {
		return feature() >= AOT_CACHE;
	}

	/** Return a command line. */
	public List<String> java(List<String> arguments) {
		return Stream.concat(Stream.of(this.home.resolve("bin").resolve("java").toString()), arguments.stream())
			.toList();
	}

	@Override
	public String toString() {
		return "JDK " + feature();
	}

}
