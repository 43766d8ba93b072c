package io.github.mesosdiscovery.sample;

import io.github.mesosdiscovery.sample.command.CommandLauncher;

/**
 * Decides by the arguments what the jar is: the {@code mesos-leader} command or the
 * application. Nothing of Spring is loaded for the command.
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
