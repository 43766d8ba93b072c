package io.github.mesosdiscovery.benchmarks.wire;

/**
 * What a client asks of a ZooKeeper server, or what the server says by itself.
 */
public enum Operation {

	/** Begins a session, or takes one up again. */
	CONNECT,

	/** Lists children. */
	LIST,

	/** Reads data and watches it. */
	GET,

	/** Reads data and watches nothing: the sign of life that a locator asks for. */
	HEARTBEAT,

	/** Sees whether a znode exists. */
	EXISTS,

	/** Has the server catch up with its leader. */
	SYNC,

	/** Sets all watches again after a reconnect, as the client does by itself. */
	SET_WATCHES,

	/** The client's own sign of life. */
	PING,

	/** Ends a session. */
	CLOSE,

	/** Anything else. */
	OTHER,

	/** A watch has fired: said by the server, and never a request. */
	WATCH_EVENT;

	/**
	 * Return whether it goes on when nothing changes.
	 * @return whether it is a sign of life
	 */
	public boolean isSignOfLife() {
		return this == HEARTBEAT || this == PING;
	}

	static Operation of(int type, boolean watch) {
		return switch (type) {
			case 3 -> EXISTS;
			case 4 -> watch ? GET : HEARTBEAT;
			case 8, 12 -> LIST;
			case 9 -> SYNC;
			case 11 -> PING;
			case 101, 105 -> SET_WATCHES;
			case -11 -> CLOSE;
			default -> OTHER;
		};
	}

}
