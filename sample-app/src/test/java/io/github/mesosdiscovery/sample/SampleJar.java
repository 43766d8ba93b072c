package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

/**
 * The jar in its own process.
 */
final class SampleJar implements AutoCloseable {

	private static final Pattern LOOK = Pattern.compile("Look at http://localhost:(\\d+)/");

	private final Path out = Files.createTempFile("sample-out", ".txt");

	private final Path err = Files.createTempFile("sample-err", ".txt");

	private final Process process;

	SampleJar(Map<String, String> environment, String... args) throws IOException {
		this(environment, List.of(), path(), args);
	}

	SampleJar(Map<String, String> environment, List<String> options, Path jar, String... args) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-jar", jar.toString()));
		command.addAll(List.of(args));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(this.out.toFile())
			.redirectError(this.err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("MESOS_") || name.endsWith("JAVA_OPTIONS"));
		builder.environment().putAll(environment);
		this.process = builder.start();
	}

	static Path path() {
		return Path.of(Objects.requireNonNull(System.getProperty("sample.jar")));
	}

	/** Wait until the application runs, and return the port that it listens on. */
	int port() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> LOOK.matcher(out()).results().map((found) -> Integer.parseInt(found.group(1))).toList(),
					(ports) -> !ports.isEmpty())
			.get(0);
	}

	int exit() throws InterruptedException {
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The process has not ended: " + out() + err());
		}
		return this.process.exitValue();
	}

	int terminate() throws InterruptedException {
		this.process.destroy();
		return exit();
	}

	String out() {
		return read(this.out);
	}

	String err() {
		return read(this.err);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.delete(this.out);
		Files.delete(this.err);
	}

}
