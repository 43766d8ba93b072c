package io.github.mesosdiscovery.sample.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long to wait: a number of seconds, or one with a unit.
 */
final class Timeout {

	private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)?");

	private Timeout() {
	}

	static Duration parse(String text) {
		Matcher matcher = FORM.matcher(text);
		long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
		if (number == 0) {
			throw new UsageException("--timeout must be a time above zero, for example 15, 15s, 500ms or 1m");
		}
		String unit = matcher.group(2);
		if (unit == null) {
			return Duration.ofSeconds(number);
		}
		return switch (unit) {
			case "ms" -> Duration.ofMillis(number);
			case "m" -> Duration.ofMinutes(number);
			default -> Duration.ofSeconds(number);
		};
	}

}
