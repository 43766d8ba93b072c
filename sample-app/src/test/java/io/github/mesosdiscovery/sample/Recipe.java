package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shell commands of the documentation of the command.
 *
 * @param lines the lines, each ended
 */
record Recipe(String lines) {

	private static final Path DOCUMENT = Path.of("..", "docs", "mesos-leader.md");

	private static final Pattern BLOCK = Pattern.compile("```shell\n(.*?)```", Pattern.DOTALL);

	/**
	 * Return the only commands that contain a text.
	 */
	static Recipe with(String text) throws IOException {
		List<String> found = BLOCK.matcher(Files.readString(DOCUMENT))
			.results()
			.map((block) -> block.group(1))
			.filter((block) -> block.contains(text))
			.toList();
		assertThat(found).as("recipes with %s", text).hasSize(1);
		return new Recipe(found.get(0));
	}

	Recipe then(Recipe next) {
		return new Recipe(this.lines + next.lines);
	}

	/**
	 * Replace what readers replace themselves.
	 */
	Recipe replace(String example, String actual) {
		assertThat(this.lines).contains(example);
		return new Recipe(this.lines.replace(example, actual));
	}

	/**
	 * Run the commands with this Java, up to the first that fails.
	 * @param directory the working directory
	 * @param javaOptions options of each Java that is run
	 * @return what was written to standard output
	 */
	String follow(Path directory, String javaOptions) throws IOException, InterruptedException {
		Path out = directory.resolve("out.txt");
		Path err = directory.resolve("err.txt");
		ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", this.lines).directory(directory.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("MESOS_") || name.endsWith("JAVA_OPTIONS"));
		builder.environment()
			.merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
					(path, java) -> java + ":" + path);
		builder.environment().put("JDK_JAVA_OPTIONS", javaOptions);
		Process shell = builder.start();
		try {
			assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(shell.exitValue()).as(() -> this.lines + read(out) + read(err)).isZero();
			return read(out);
		}
		finally {
			shell.destroyForcibly();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
