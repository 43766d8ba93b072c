package io.github.mesosdiscovery;

/**
 * How a locator stands to ZooKeeper.
 */
public enum ConnectionState {

	/**
	 * Nothing has been read yet, and the session timeout has not passed.
	 */
	CONNECTING,

	/**
	 * Connected: what is known is what ZooKeeper says.
	 */
	CONNECTED,

	/**
	 * The connection is lost for less than the session timeout, or has come back and the
	 * masters are being read again. What is known is what was last read.
	 */
	RECONNECTING,

	/**
	 * ZooKeeper has answered no read for the session timeout, or it has expired the
	 * session. No master is known.
	 */
	DISCONNECTED,

	/**
	 * The leader was configured, not found: there is no connection.
	 */
	FIXED,

	/**
	 * The locator is closed, or was not started.
	 */
	CLOSED

}
