package io.github.mesosdiscovery.url;

import java.util.Optional;

/**
 * Where to find the leading master, like the {@code --master} and {@code --zk} flags of
 * Mesos. Implementations are immutable. Internal.
 */
public sealed interface MasterUrl permits ZooKeeperUrl, FixedMaster {

	/**
	 * The beginning of a ZooKeeper URL.
	 */
	String ZOOKEEPER_SCHEME = "zk://";

	/**
	 * Return a warning about a valid URL that is probably a mistake.
	 * @return a sentence without credentials, or empty
	 */
	Optional<String> hint();

}
