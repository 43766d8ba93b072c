package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process of a server from its launch to its end.
 *
 * @param process the process
 */
record ServerProcess(Process process) {

	private static final int LIMIT = 30;

	static ServerProcess launch(ServerFiles files, List<String> jvmOptions) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
				// Without Log4j, which old versions look for to put it under JMX.
				"-Dzookeeper.jmx.log4j.disable=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
		command.addAll(jvmOptions);
		command.addAll(List.of("-cp", files.classPath(), ChildMain.class.getName(), files.configuration().toString()));
		return new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(files.log()))
			.start());
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** A paused process ends as well. */
	void kill() {
		this.process.destroyForcibly();
		await(this.process, "ZooKeeper did not end: process " + pid());
	}

	void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).inheritIO().start();
			if (await(kill, "kill did not end") != 0) {
				throw new IllegalStateException("No signal " + name + " could be sent to process " + pid());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("There is no command 'kill' here", ex);
		}
	}

	private static int await(Process process, String failure) {
		try {
			if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
				throw new IllegalStateException(failure);
			}
			return process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
