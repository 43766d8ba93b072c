package io.github.mesosdiscovery.zookeeper;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A mechanism string that cannot be used. The message says what is wrong, what was found,
 * what was expected, and shows a right one. It never contains credentials: what was found
 * is redacted, and there is never a cause that could repeat it.
 */
public class InvalidMechanismException extends IllegalArgumentException {

	static final String ZK = "zk://localhost:2181/mesos";

	static final String ZK_SERVERS = "zk://zk1:2181,zk2:2181,zk3:2181/mesos";

	static final String FIXED = "master@10.0.0.1:5050";

	private static final String EXPECTED = "zk://host[:port],.../path, file:///path, host:port or master@host:port";

	private final String reason;

	private final @Nullable String found;

	private final String example;

	InvalidMechanismException(String reason, String example) {
		this(reason, null, example);
	}

	private InvalidMechanismException(String reason, @Nullable String found, String example) {
		super(reason + ((found != null) ? ": found '" + found + "'" : "") + "; expected " + EXPECTED + ", for example "
				+ example);
		this.reason = reason;
		this.found = found;
		this.example = example;
	}

	InvalidMechanismException found(String text) {
		return new InvalidMechanismException(this.reason, Redaction.of(text), this.example);
	}

	InvalidMechanismException inFile(String path) {
		return new InvalidMechanismException("in the file " + Redaction.ofFile(path) + ", " + this.reason, this.found,
				this.example);
	}

	/**
	 * Return what is wrong. Nothing of the mechanism string is in it, apart from the path
	 * of a file.
	 * @return the beginning of a sentence, in lower case and without a full stop
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Return what was found, without credentials, with control characters escaped and cut
	 * off when it is long.
	 * @return the redacted text, or empty when the reason says it all
	 */
	public Optional<String> found() {
		return Optional.ofNullable(this.found);
	}

	/**
	 * Return a right value of the kind that was most likely meant.
	 * @return a mechanism string
	 */
	public String example() {
		return this.example;
	}

}
