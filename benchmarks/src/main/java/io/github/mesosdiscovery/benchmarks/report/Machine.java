package io.github.mesosdiscovery.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;

/**
 * The machine and the commit that are measured.
 */
final class Machine {

	private Machine() {
	}

	/**
	 * Return a line about both, with a {@code +} after the commit if there are changes.
	 */
	static String describe() throws InterruptedException {
		return "Commit " + commit() + ", " + LocalDate.now() + "; " + Runtime.getRuntime().availableProcessors()
				+ " cores of " + processorModel() + ", " + System.getProperty("os.name") + " "
				+ System.getProperty("os.version") + ", " + System.getProperty("java.vendor") + " "
				+ System.getProperty("java.runtime.version");
	}

	private static String commit() throws InterruptedException {
		try {
			return ProcessRun.of(List.of("git", "describe", "--always", "--exclude=*", "--dirty=+")).out().strip();
		}
		catch (IOException | IllegalStateException ex) {
			return "unknown";
		}
	}

	private static String processorModel() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return System.getProperty("os.arch");
		}
	}

}
