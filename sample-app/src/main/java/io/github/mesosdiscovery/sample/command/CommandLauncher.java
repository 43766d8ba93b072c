package io.github.mesosdiscovery.sample.command;

import java.net.URLClassLoader;

/**
 * Runs {@link LeaderCommand} as the only thing that the process does, with a class loader
 * that is made for it.
 */
public final class CommandLauncher {

	private CommandLauncher() {
	}

	/**
	 * Return whether arguments are for the command and not for the application.
	 * @param args the arguments of the process
	 * @return whether any argument is not a property such as {@code --server.port=8081}
	 */
	public static boolean isMeantBy(String... args) {
		return !CommandLine.isForApplication(args);
	}

	/**
	 * Run the command on standard output and standard error.
	 * @param args the arguments of the process
	 * @return the exit status
	 * @throws ReflectiveOperationException if the jar is broken
	 */
	public static int run(String... args) throws ReflectiveOperationException {
		ClassLoader loader = CommandLauncher.class.getClassLoader();
		if (loader instanceof URLClassLoader boot && QuickClassLoader.isFor(boot)) {
			loader = new QuickClassLoader(boot);
			Thread.currentThread().setContextClassLoader(loader);
		}
		Class<?> command = loader.loadClass("io.github.mesosdiscovery.sample.command.LeaderCommand");
		return (int) command.getMethod("execute", String[].class).invoke(null, (Object) args);
	}

}
