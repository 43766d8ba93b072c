package io.github.mesosdiscovery.url;

import java.util.Optional;

/**
 * Where the leading master is to be found, as the {@code --master} and {@code --zk} flags
 * of Mesos say it. Master URLs are immutable. Internal.
 */
public sealed interface MasterUrl permits ZooKeeperUrl, FixedMaster {

	/**
	 * Return what looks like a mistake although it is allowed, to be logged as a warning.
	 * @return a sentence without credentials, or empty
	 */
	Optional<String> hint();

}
