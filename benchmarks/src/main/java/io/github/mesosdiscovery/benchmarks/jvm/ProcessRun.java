package io.github.mesosdiscovery.benchmarks.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param wall the time from its start to its end
 * @param cpu the CPU time of all its threads, in steps of 10 ms; zero if the system does
 * not provide it
 * @param out its standard output
 */
public record ProcessRun(Duration wall, Duration cpu, String out) {

	private static final long LIMIT = 300;

	private static final Path STAT = Path.of("/proc/self/stat");

	/**
	 * Index of the user time of ended children, counted from the state; the system time
	 * follows.
	 */
	private static final int CHILD_TIMES = 13;

	private static final long TICKS_PER_SECOND = 100;

	/**
	 * Run a process. Only one thread may do so at a time: the CPU time is that of all
	 * children that end meanwhile.
	 */
	public static ProcessRun of(List<String> command) throws IOException, InterruptedException {
		Path out = Files.createTempFile("benchmark-out", ".txt");
		Path err = Files.createTempFile("benchmark-err", ".txt");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
				.redirectError(err.toFile());
			builder.environment().keySet().removeIf((name) -> name.endsWith("JAVA_OPTIONS"));
			long cpu = childTicks();
			long start = System.nanoTime();
			Process process = builder.start();
			boolean ended = process.waitFor(LIMIT, TimeUnit.SECONDS);
			long end = System.nanoTime();
			if (!ended || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IllegalStateException((ended ? "Failed: " : "Did not end: ") + String.join(" ", command)
						+ "\n" + Files.readString(out) + Files.readString(err));
			}
			return new ProcessRun(Duration.ofNanos(end - start),
					Duration.ofMillis((childTicks() - cpu) * 1000 / TICKS_PER_SECOND), Files.readString(out));
		}
		finally {
			Files.delete(out);
			Files.delete(err);
		}
	}

	private static long childTicks() throws IOException {
		if (!Files.exists(STAT)) {
			return 0;
		}
		String stat = Files.readString(STAT);
		// The name of the process comes first and may contain anything.
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return Long.parseLong(fields[CHILD_TIMES]) + Long.parseLong(fields[CHILD_TIMES + 1]);
	}

}
