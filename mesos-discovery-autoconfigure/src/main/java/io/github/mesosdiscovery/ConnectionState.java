package io.github.mesosdiscovery;

/**
 * State of a locator's connection to ZooKeeper.
 */
public enum ConnectionState {

	/**
	 * Nothing has been read yet, and the session timeout has not elapsed.
	 */
	CONNECTING,

	/**
	 * Connected. The masters are those that ZooKeeper has.
	 */
	CONNECTED,

	/**
	 * The connection was lost and the session timeout has not elapsed, or the masters are
	 * being read again. The masters are those that were last read.
	 */
	RECONNECTING,

	/**
	 * ZooKeeper has answered no read within the session timeout, or has expired the
	 * session. No master is known.
	 */
	DISCONNECTED,

	/**
	 * The master is configured. There is no connection.
	 */
	FIXED,

	/**
	 * The locator has not been started or has been closed.
	 */
	CLOSED

}
