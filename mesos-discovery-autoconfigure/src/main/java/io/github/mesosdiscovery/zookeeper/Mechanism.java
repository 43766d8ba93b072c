package io.github.mesosdiscovery.zookeeper;

import java.util.Optional;

/**
 * Where the leading master is to be found, as the {@code --master} and {@code --zk} flags
 * of Mesos say it. Mechanisms are immutable.
 */
public sealed interface Mechanism permits ZooKeeperUrl, FixedMaster {

	/**
	 * Parse a mechanism string. White space around it is ignored. The forms are
	 * <ul>
	 * <li>{@code zk://[user:password@]host[:port],.../path}: the masters that register
	 * under a path of ZooKeeper. The port is 2181 unless given. The path starts at the
	 * first slash and the servers after the last {@code @} before it; user and password
	 * are taken as they stand, nothing is percent-decoded.
	 * <li>{@code host:port} and {@code master@host:port}: a fixed master.
	 * <li>{@code file:///path}: a file that holds one of the others. It is read at once
	 * and only once; one file does not lead to another.
	 * </ul>
	 * This is the grammar of {@code zookeeper::URL} and {@code MasterDetector::create} of
	 * Mesos, except that hosts and ports are checked here already, and that a path must
	 * not contain {@code @}: it is far more likely the end of a password with a slash in
	 * it. No name is resolved.
	 * @param text the mechanism string
	 * @return the mechanism
	 * @throws InvalidMechanismException if the text is none of the forms, or the file
	 * cannot be read
	 */
	static Mechanism parse(String text) {
		return MechanismParser.parse(text);
	}

	/**
	 * Return what looks like a mistake although it is allowed, to be logged as a warning.
	 * @return a sentence without credentials, or empty
	 */
	Optional<String> hint();

}
