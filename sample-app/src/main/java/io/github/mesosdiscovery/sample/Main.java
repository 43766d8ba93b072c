package io.github.mesosdiscovery.sample;

import io.github.mesosdiscovery.sample.command.CommandLauncher;

/**
 * Runs the application if all arguments are properties, and otherwise the
 * {@code mesos-leader} command, which loads no class of Spring Boot.
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		if (CommandLauncher.isMeantBy(args)) {
			System.exit(CommandLauncher.run(args));
		}
		SampleApplication.run(args);
	}

}
