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
	 * Return when ZooKeeper was last heard from.
	 */
	Optional<Instant> lastContact();

}
