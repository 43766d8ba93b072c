package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks the values of one cluster's properties.
 *
 * @param prefix what the names of the properties begin with
 */
record PropertyChecks(String prefix) {

	/** The prefix of the properties of the main cluster. */
	static final String MAIN_PREFIX = "mesos.discovery";

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private static final Set<String> LABELS = Set.of("info", "json.info", "");

	private static final Duration SHORTEST = Duration.ofMillis(1);

	Duration positive(String name, Duration value, Duration longest, String example) {
		if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
			throw invalid(name, value.toString(), "must be from 1ms to " + longest.toHours() + "h", example);
		}
		return value;
	}

	Duration notNegative(String name, Duration value, String example) {
		if (value.isNegative()) {
			throw invalid(name, value.toString(), "must not be negative; zero does not wait", example);
		}
		return value;
	}

	String scheme(String name, String value) {
		String scheme = value.strip().toLowerCase(Locale.ROOT);
		if (!SCHEMES.contains(scheme)) {
			throw invalid(name, value, "must be http or https", "https");
		}
		return scheme;
	}

	/**
	 * Check labels; the empty one stands for names that are a sequence alone. A master
	 * with any other could not be read.
	 */
	List<String> labels(String name, List<String> values) {
		for (String value : values) {
			if (!LABELS.contains(value)) {
				throw invalid(name, String.join(",", values),
						"'" + value + "' is not a label of masters; those are json.info and info", "json.info,info");
			}
		}
		return values;
	}

	private InvalidMesosPropertyException invalid(String name, String value, String reason, String example) {
		String property = this.prefix + "." + name;
		return new InvalidMesosPropertyException(property, value, reason, property + "=" + example);
	}

}
