package io.github.mesosdiscovery.sample.command;

import java.net.URLClassLoader;

/**
 * Runs {@link LeaderCommand} as the only thing that the process does, without what takes
 * long and is of no use for one question.
 */
public final class CommandLauncher {

	private CommandLauncher() {
	}

	/**
	 * Return whether arguments are for the command and not for an application.
	 * @param args the arguments of the process
	 * @return whether one of the command's options is among them
	 */
	public static boolean isMeantBy(String... args) {
		return CommandLine.hasOption(args);
	}

	/**
	 * Run the command on standard output and standard error.
	 * @param args the arguments of the process
	 * @return the exit status
	 * @throws ReflectiveOperationException if the jar is broken
	 */
	public static int run(String... args) throws ReflectiveOperationException {
		logNothing();
		NoTls.install();
		ClassLoader loader = CommandLauncher.class.getClassLoader();
		if (loader instanceof URLClassLoader boot && QuickClassLoader.isFor(boot)) {
			loader = new QuickClassLoader(boot);
			Thread.currentThread().setContextClassLoader(loader);
		}
		Class<?> command = loader.loadClass("io.github.mesosdiscovery.sample.command.LeaderCommand");
		return (int) command.getMethod("execute", String[].class).invoke(null, (Object) args);
	}

	/**
	 * The command says by itself all that there is to say, and Logback alone would need a
	 * third of the time in which it is to answer.
	 */
	private static void logNothing() {
		System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
	}

}
