package io.github.mesosdiscovery.zookeeper;

import java.time.Instant;
import java.util.Optional;

/**
 * Detects the leading master, from one start of a locator to the next close.
 */
interface MasterDetector {

	/**
	 * Open the publisher and start to publish, without waiting for ZooKeeper.
	 */
	void start();

	/**
	 * Stop, and release threads and connection within two seconds.
	 */
	default void close() {
	}

	/**
	 * Return when ZooKeeper last answered a read.
	 */
	default Optional<Instant> lastContact() {
		return Optional.empty();
	}

}
