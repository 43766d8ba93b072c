package io.github.mesosdiscovery.metrics;

import io.github.mesosdiscovery.LeaderChangedEvent;

/**
 * Callback for metrics. To follow the masters, register a
 * {@link io.github.mesosdiscovery.MesosMasterListener}.
 * <p>
 * The methods are called on threads that have other work, concurrently, and must return
 * at once. A listener that throws is logged and affects nothing else.
 */
public interface LocatorMetricsListener {

	/**
	 * A read of ZooKeeper has ended, and its result has been published.
	 * @param read the operation
	 * @param outcome how it ended
	 */
	default void readEnded(Read read, Outcome outcome) {
	}

	/**
	 * The leader has changed, and the listeners are being called. Unlike a listener of
	 * the masters, this receives every change; when it is added, the earlier ones too.
	 * @param reason why the leader changed
	 */
	default void leaderChanged(LeaderChangedEvent.Reason reason) {
	}

	/**
	 * The last listener has returned from a change of the leader or of the masters. A
	 * slow listener receives several changes as one, of which the oldest counts. Changes
	 * that a listener does not receive, because it was removed or its locator closed, are
	 * left out.
	 * @param nanos the time in nanoseconds since ZooKeeper's watch reported the change,
	 * reads included; without a watch, for example at the start, since the last answer or
	 * the end of the session timeout
	 */
	default void published(long nanos) {
	}

	/**
	 * An operation.
	 */
	enum Read {

		/**
		 * The children of the path.
		 */
		LIST,

		/**
		 * The data of one registration.
		 */
		GET,

		/**
		 * Whether the path exists, after it was found missing.
		 */
		EXISTS,

		/**
		 * The data of the path, to see whether ZooKeeper answers.
		 */
		HEARTBEAT

	}

	/**
	 * How a read ends.
	 */
	enum Outcome {

		/**
		 * It was answered.
		 */
		SUCCESS,

		/**
		 * The znode does not exist.
		 */
		MISSING,

		/**
		 * The ACL of the znode does not let these credentials read it, or the server
		 * answers only clients that have authenticated.
		 */
		DENIED,

		/**
		 * The connection or the session ended before the answer came.
		 */
		DISCONNECTED,

		/**
		 * It failed for another reason.
		 */
		FAILED

	}

}
