package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.convert.DurationStyle;

/**
 * Checks the values of one cluster's properties. Internal.
 *
 * @param prefix what the names of the properties begin with
 */
public record PropertyChecks(String prefix) {

	/** The prefix of the properties of the main cluster. */
	public static final String MAIN_PREFIX = "mesos.discovery";

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private static final Set<String> LABELS = Set.of("info", "json.info", "");

	/** What is shorter was meant as seconds: {@code 10} are 10 milliseconds. */
	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final String UNIT = "; a number without a unit is milliseconds";

	Duration between(String name, Duration value, String longest, String example) {
		if (value.compareTo(SHORTEST) < 0 || value.compareTo(DurationStyle.SIMPLE.parse(longest)) > 0) {
			throw invalid(name, "must be from 100ms to " + longest + UNIT, example).ofDuration();
		}
		return value;
	}

	public Duration zeroOrMore(String name, Duration value, String example) {
		if (value.isNegative()) {
			throw invalid(name, "must not be negative; zero does not wait", example).ofDuration();
		}
		if (!value.isZero() && value.compareTo(SHORTEST) < 0) {
			throw invalid(name, "must be zero, or 100ms or more" + UNIT, example).ofDuration();
		}
		return value;
	}

	String scheme(String name, String value) {
		String scheme = value.strip().toLowerCase(Locale.ROOT);
		if (!SCHEMES.contains(scheme)) {
			throw invalid(name, "must be http or https", "https");
		}
		return scheme;
	}

	/**
	 * Check labels; the empty one stands for names that are a sequence alone. A master
	 * with any other could not be read.
	 */
	List<String> labels(String name, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			if (!LABELS.contains(values.get(i))) {
				throw invalid(name, "entry " + (i + 1) + " is not a label of masters; those are json.info and info",
						"json.info,info");
			}
		}
		return values;
	}

	private InvalidMesosPropertyException invalid(String name, String reason, String example) {
		String property = this.prefix + "." + name;
		return new InvalidMesosPropertyException(property, reason, property + "=" + example);
	}

}
