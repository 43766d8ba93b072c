package io.github.mesosdiscovery.sample.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.jspecify.annotations.Nullable;

/**
 * Prints the leading master, or all masters, as JSON. Only the answer goes to standard
 * output, so that the command works in a pipe.
 */
public final class LeaderCommand {

	private static final int ANSWERED = 0;

	private static final int NO_LEADER = 1;

	private static final int WRONG_USAGE = 2;

	/**
	 * The client divides it among the servers that it tries to connect to.
	 */
	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(5);

	private final PrintStream out;

	private final PrintStream err;

	/**
	 * Create a new command.
	 * @param out for the answer
	 * @param err for remarks and errors
	 */
	public LeaderCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Run the command on standard output and standard error, without logging.
	 * @param args the options
	 * @return the exit status
	 */
	public static int execute(String... args) {
		disableLogging();
		// JSON is UTF-8 in every locale.
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
		return new LeaderCommand(out, System.err).run(args);
	}

	/**
	 * Ask ZooKeeper once and print the answer.
	 * @param args the options, as {@code --help} explains them
	 * @return the exit status: 0 for an answer, 1 without a leader, 2 for wrong usage
	 */
	public int run(String... args) {
		try {
			CommandLine line = CommandLine.parse(args);
			if (line.help()) {
				print(Help.TEXT);
				return ANSWERED;
			}
			return ask(line);
		}
		catch (UsageException | InvalidMasterUrlException ex) {
			return fail(WRONG_USAGE, ex.getMessage() + System.lineSeparator() + "Try --help");
		}
		catch (NoLeadingMasterException ex) {
			return fail(NO_LEADER, ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return fail(NO_LEADER, "Interrupted before a leader was found");
		}
	}

	private int ask(CommandLine line) throws InterruptedException {
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(line.zk())
			.sessionTimeout(SESSION_TIMEOUT)
			.build();
		try {
			locator.start();
			Answer answer = new Answer(new LeaderQuery(locator).run(line.timeout()));
			answer.remarks().forEach(this.err::println);
			print(line.all() ? answer.masters() : answer.leader());
			return ANSWERED;
		}
		finally {
			QuickClose.close(locator);
		}
	}

	private void print(String text) {
		this.out.println(text);
		this.out.flush();
	}

	private int fail(int status, @Nullable String message) {
		this.err.println(message);
		return status;
	}

	/**
	 * The command prints everything itself, and Logback would take a third of its time.
	 */
	private static void disableLogging() {
		System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
	}

}
