package io.github.mesosdiscovery.zookeeper;

/**
 * What a {@link Tracking} waits for. Each runs at most once at a time: to start it again
 * is to move it.
 */
enum Timer {

	/**
	 * Repeat the reads that failed.
	 */
	RETRY,

	/**
	 * Read everything again, whatever the watches said.
	 */
	RESYNC,

	/**
	 * Ask ZooKeeper for a sign of life.
	 */
	HEARTBEAT,

	/**
	 * The session timeout has passed without one.
	 */
	DEADLINE,

	/**
	 * Replace a dead client.
	 */
	REBUILD

}
