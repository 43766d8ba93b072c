package io.github.mesosdiscovery.zookeeper;

import java.time.Instant;
import java.util.Optional;

/**
 * Detects the leading master, from one start of a locator to the next close.
 */
interface MasterDetector {

	/**
	 * Start, without waiting for anything.
	 */
	void start();

	/**
	 * Stop within two seconds, and leave no thread and no socket.
	 */
	void close();

	/**
	 * Return when ZooKeeper last answered a read.
	 */
	Optional<Instant> lastContact();

}
