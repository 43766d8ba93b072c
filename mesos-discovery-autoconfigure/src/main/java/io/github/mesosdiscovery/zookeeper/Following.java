package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The work of a locator from one start to the next close.
 */
interface Following {

	/**
	 * Begin, without waiting for anything.
	 * @param patience how long to leave the connection for later
	 */
	void start(Duration patience);

	/**
	 * Connect now, if that was left for later.
	 */
	void connect();

	/**
	 * Stop within two seconds, and leave no thread and no socket.
	 */
	void close();

	/**
	 * Return when ZooKeeper last answered a read.
	 */
	Optional<Instant> lastContact();

}
