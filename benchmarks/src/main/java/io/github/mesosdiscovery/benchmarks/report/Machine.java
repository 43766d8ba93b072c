package io.github.mesosdiscovery.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Where and on what it was measured.
 *
 * @param commit the commit of the code, with a {@code +} where it was changed
 * @param day the day
 * @param processor the kind of processor
 * @param cores how many of its cores there are
 * @param system the operating system
 * @param java the Java runtime
 */
public record Machine(String commit, LocalDate day, String processor, int cores, String system, String java) {

	private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

	/**
	 * Return this machine and the code in the working directory.
	 * @return what can be found out; the rest is {@code unknown}
	 */
	public static Machine here() {
		String commit = git("rev-parse", "--short", "HEAD");
		String changes = git("status", "--porcelain", "--untracked-files=no");
		return new Machine(commit + (changes.isEmpty() ? "" : "+"), LocalDate.now(), processorModel(),
				Runtime.getRuntime().availableProcessors(),
				System.getProperty("os.name") + " " + System.getProperty("os.version"),
				System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
	}

	@Override
	public String toString() {
		return "Commit " + this.commit + ", " + this.day + "; " + this.cores + " cores of " + this.processor + ", "
				+ this.system + ", " + this.java;
	}

	private static String git(String... arguments) {
		String[] command = new String[arguments.length + 1];
		command[0] = "git";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
			return (process.waitFor() == 0) ? answer : "unknown";
		}
		catch (IOException ex) {
			return "unknown";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "unknown";
		}
	}

	private static String processorModel() {
		try {
			return Files.readAllLines(CPU_INFO)
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).trim())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return System.getProperty("os.arch");
		}
	}

}
