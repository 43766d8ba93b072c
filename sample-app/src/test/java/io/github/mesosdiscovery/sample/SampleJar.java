package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The jar in a process of its own, as users run it.
 */
final class SampleJar implements AutoCloseable {

	private final Path out = Files.createTempFile("sample-out", ".txt");

	private final Path err = Files.createTempFile("sample-err", ".txt");

	private final Process process;

	SampleJar(Map<String, String> environment, String... args) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
						Objects.requireNonNull(System.getProperty("sample.jar"))));
		command.addAll(List.of(args));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(this.out.toFile())
			.redirectError(this.err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("MESOS_") || name.endsWith("JAVA_OPTIONS"));
		builder.environment().putAll(environment);
		this.process = builder.start();
	}

	int exit() throws InterruptedException {
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
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
