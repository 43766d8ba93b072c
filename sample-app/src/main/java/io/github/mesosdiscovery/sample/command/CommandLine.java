package io.github.mesosdiscovery.sample.command;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The options of the command.
 *
 * @param zk where the masters are, possibly with a password; empty with {@code help}
 * @param all whether to print all masters
 * @param timeout how long to wait for a leader
 * @param help whether to print the usage only
 */
record CommandLine(String zk, boolean all, Duration timeout, boolean help) {

	private static final Set<String> OPTIONS = Set.of("--zk", "-a", "--all", "--timeout", "-h", "--help");

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

	private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,6})(ms|s|m)?");

	/** Any other argument can be a part of a password. */
	private static final Pattern SHOWN = Pattern.compile("--?[A-Za-z][A-Za-z-]*");

	/** Options of the application. No option of the command has a dot in its name. */
	private static final Pattern PROPERTY = Pattern.compile("--(debug|trace|[A-Za-z][\\w-]*\\.[\\w.\\[\\]-]+)(=.*)?",
			Pattern.DOTALL);

	/**
	 * Return whether all arguments are properties of the application, where a mistyped
	 * option would have no effect.
	 */
	static boolean isForApplication(String... args) {
		for (String arg : args) {
			if (!PROPERTY.matcher(arg).matches()) {
				return false;
			}
		}
		return true;
	}

	static CommandLine parse(String... args) {
		String zk = null;
		boolean all = false;
		Duration timeout = DEFAULT_TIMEOUT;
		Iterator<String> rest = List.of(args).iterator();
		while (rest.hasNext()) {
			String arg = rest.next();
			switch (name(arg)) {
				case "--zk" -> zk = value(arg, rest, "zk://localhost:2181/mesos");
				case "--timeout" -> timeout = timeout(value(arg, rest, "15s"));
				case "-a", "--all" -> all = flag(arg);
				case "-h", "--help" -> {
					return new CommandLine("", all, timeout, flag(arg));
				}
				default -> throw unknown(arg);
			}
		}
		if (zk == null) {
			throw new UsageException(
					"--zk is missing: it says where the masters are, for example " + "--zk zk://localhost:2181/mesos");
		}
		return new CommandLine(zk, all, timeout, false);
	}

	private static Duration timeout(String text) {
		Matcher matcher = TIMEOUT.matcher(text);
		long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
		if (number == 0) {
			throw new UsageException("--timeout must be a time above zero, for example 15, 15s, 500ms or 1m");
		}
		String unit = Objects.requireNonNullElse(matcher.group(2), "s");
		return Duration.of(number, switch (unit) {
			case "ms" -> ChronoUnit.MILLIS;
			case "m" -> ChronoUnit.MINUTES;
			default -> ChronoUnit.SECONDS;
		});
	}

	private static String name(String arg) {
		int end = arg.indexOf('=');
		return (end > 0 && arg.startsWith("--")) ? arg.substring(0, end) : arg;
	}

	private static String value(String arg, Iterator<String> rest, String example) {
		String name = name(arg);
		String value = !name.equals(arg) ? arg.substring(name.length() + 1) : next(rest);
		if (value == null || value.isBlank()) {
			throw new UsageException(name + " needs a value, for example " + name + " " + example);
		}
		return value;
	}

	private static @Nullable String next(Iterator<String> rest) {
		String next = rest.hasNext() ? rest.next() : null;
		return (next != null && next.startsWith("-")) ? null : next;
	}

	private static boolean flag(String arg) {
		if (!OPTIONS.contains(arg)) {
			throw new UsageException(name(arg) + " takes no value");
		}
		return true;
	}

	private static UsageException unknown(String arg) {
		if (PROPERTY.matcher(arg).matches()) {
			return new UsageException("Properties of the application cannot be combined with other options");
		}
		return new UsageException(SHOWN.matcher(name(arg)).matches() ? "Unknown option " + name(arg)
				: "Unexpected argument: expected options only, each with at most one value");
	}

	@Override
	public String toString() {
		return "CommandLine[]";
	}

}
