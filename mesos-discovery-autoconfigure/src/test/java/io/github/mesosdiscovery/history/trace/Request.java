package io.github.mesosdiscovery.history.trace;

/**
 * A request of a locator to ZooKeeper.
 *
 * @param nanos when, on the monotonic clock
 * @param kind what it asked for
 * @param cause what had happened that made it ask
 */
public record Request(long nanos, Kind kind, Sign.Kind cause) {

	/**
	 * The kinds of requests.
	 */
	public enum Kind {

		/** The children of the path. */
		LIST,
		/** The data of a registration. */
		FETCH,
		/** Whether the path exists. */
		CHECK,
		/** A sign of life. */
		PING

	}

}
