package io.github.mesosdiscovery.zookeeper;

import java.time.Instant;
import java.util.Optional;

/**
 * The work of a locator from one start to the next close.
 */
interface Following {

	/**
	 * Begin, without waiting for anything.
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
