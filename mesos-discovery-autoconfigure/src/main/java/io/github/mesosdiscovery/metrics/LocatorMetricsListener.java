package io.github.mesosdiscovery.metrics;

import io.github.mesosdiscovery.LeaderChangedEvent;

/**
 * Callback for metrics. To follow the masters, register a
 * {@link io.github.mesosdiscovery.MesosMasterListener}.
 * <p>
 * The methods are called concurrently, on threads of the locator that they must not
 * block. An exception is logged and affects nothing else.
 */
public interface LocatorMetricsListener {

	/**
	 * Called after a read of ZooKeeper has completed and its result is published.
	 * @param read the operation
	 * @param outcome the outcome
	 */
	default void readEnded(Read read, Outcome outcome) {
	}

	/**
	 * Called for every change of the leader, and when the listener is added for the
	 * earlier ones.
	 * @param reason why the leader changed
	 */
	default void leaderChanged(LeaderChangedEvent.Reason reason) {
	}

	/**
	 * Called after the last listener of the masters has returned. Changes that a slow
	 * listener receives as one are measured from the oldest of them. Changes that a
	 * listener does not receive, because it was removed or its locator was closed, are
	 * omitted.
	 * @param nanos the time in nanoseconds since ZooKeeper's watch reported the change,
	 * including reads. Without a watch, the time since the last answer or since the
	 * session timeout elapsed
	 */
	default void published(long nanos) {
	}

	/**
	 * Operations.
	 */
	enum Read {

		/**
		 * Lists the children of the path.
		 */
		LIST,

		/**
		 * Reads the data of a registration.
		 */
		GET,

		/**
		 * Checks whether the path exists, after it was missing.
		 */
		EXISTS,

		/**
		 * Reads the data of the path to check that ZooKeeper responds.
		 */
		HEARTBEAT

	}

	/**
	 * Outcomes of an operation.
	 */
	enum Outcome {

		/**
		 * ZooKeeper has answered.
		 */
		SUCCESS,

		/**
		 * The znode does not exist.
		 */
		MISSING,

		/**
		 * The ACL of the znode does not allow to read it, or the server requires
		 * authentication.
		 */
		DENIED,

		/**
		 * The connection or the session ended before the answer.
		 */
		DISCONNECTED,

		/**
		 * The operation failed for another reason.
		 */
		FAILED

	}

}
