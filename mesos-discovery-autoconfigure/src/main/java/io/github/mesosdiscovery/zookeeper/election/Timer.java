package io.github.mesosdiscovery.zookeeper.election;

/**
 * Timers of the state machine (internal). Each runs at most once at a time: scheduling it
 * again moves it.
 */
public enum Timer {

	/** Repeat the reads that failed. */
	RETRY,

	/** Read everything again, whatever the watches reported. */
	RESYNC,

	/** Send a heartbeat. */
	HEARTBEAT,

	/** The session timeout has elapsed without contact. */
	DEADLINE,

	/** Replace a client that failed. */
	RECREATE

}
