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
 * Prints the leading master, or all masters, as JSON. The answer alone goes to standard
 * output and all else to standard error, so that the command can stand in a pipe.
 */
public final class LeaderCommand {

	private static final int ANSWERED = 0;

	private static final int NO_LEADER = 1;

	private static final int WRONG_USAGE = 2;

	/**
	 * Of several servers each gets its share of this before the next is tried.
	 */
	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(5);

	private final PrintStream out;

	private final PrintStream err;

	/**
	 * Create a new command.
	 * @param out where the answer goes
	 * @param err where all else goes
	 */
	public LeaderCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Run the command on standard output and standard error, without what takes long and
	 * is of no use for one question.
	 * @param args the options
	 * @return the exit status
	 */
	public static int execute(String... args) {
		logNothing();
		// JSON is UTF-8 whatever the locale.
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
			Answer answer = new Answer(new Question(locator).ask(line.timeout()));
			answer.remarks().forEach(this.err::println);
			print(line.all() ? answer.masters() : answer.leader());
			return ANSWERED;
		}
		finally {
			Goodbye.to(locator);
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
	 * The command says by itself all that there is to say, and Logback alone would need a
	 * third of the time in which it is to answer.
	 */
	private static void logNothing() {
		System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
	}

}
