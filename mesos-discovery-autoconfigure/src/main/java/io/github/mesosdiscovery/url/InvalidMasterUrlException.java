package io.github.mesosdiscovery.url;

/**
 * Thrown when a master URL is not valid. The message describes the problem and the
 * accepted forms, and contains an example. It contains no part of the refused text, which
 * can include a password anywhere, and there is no cause.
 */
public class InvalidMasterUrlException extends IllegalArgumentException {

	/**
	 * An example of a ZooKeeper URL.
	 */
	public static final String ZK = "zk://localhost:2181/mesos";

	static final String ZK_SERVERS = "zk://zk1:2181,zk2:2181,zk3:2181/mesos";

	static final String ZK_USER = "zk://user:password@zk1:2181,zk2:2181/mesos";

	static final String FILE = "file:///etc/mesos/zk";

	static final String FIXED = "master@10.0.0.1:5050";

	private static final String EXPECTED = "zk://host[:port],.../path, file:///path, host:port or master@host:port";

	private final String reason;

	private final String example;

	/**
	 * Create a new exception.
	 * @param reason the problem, as the beginning of a sentence
	 * @param example a valid master URL
	 */
	public InvalidMasterUrlException(String reason, String example) {
		super(reason + "; expected " + EXPECTED + ", for example " + example);
		this.reason = reason;
		this.example = example;
	}

	/**
	 * Return what is wrong with the master URL.
	 * @return the beginning of a sentence, in lower case and without a full stop
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Return a valid value of the form that was most likely intended.
	 * @return a master URL
	 */
	public String example() {
		return this.example;
	}

}
