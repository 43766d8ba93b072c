package io.github.mesosdiscovery.url;

/**
 * Exception for a master URL that cannot be used. The message says what is wrong and what
 * was expected, and shows an example. Neither the message nor a cause contains the
 * refused text, in which a password can be anywhere.
 */
public class InvalidMasterUrlException extends IllegalArgumentException {

	/**
	 * A right URL of ZooKeeper.
	 */
	public static final String ZK = "zk://localhost:2181/mesos";

	static final String ZK_SERVERS = "zk://zk1:2181,zk2:2181,zk3:2181/mesos";

	static final String FIXED = "master@10.0.0.1:5050";

	private static final String EXPECTED = "zk://host[:port],.../path, file:///path, host:port or master@host:port";

	private final String reason;

	private final String example;

	/**
	 * Create a new exception.
	 * @param reason what is wrong, as the beginning of a sentence
	 * @param example a right value
	 */
	public InvalidMasterUrlException(String reason, String example) {
		super(reason + "; expected " + EXPECTED + ", for example " + example);
		this.reason = reason;
		this.example = example;
	}

	InvalidMasterUrlException inFile() {
		return new InvalidMasterUrlException("in the file, " + this.reason, this.example);
	}

	/**
	 * Return what is wrong, without any part of the master URL.
	 * @return the beginning of a sentence, in lower case and without a full stop
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Return a right value of the kind that was most likely meant.
	 * @return a master URL
	 */
	public String example() {
		return this.example;
	}

}
