package io.github.mesosdiscovery;

/**
 * Hears of the work of a locator: what it reads, what it publishes, and how long that
 * takes. It is there for meters; who wants to know the masters takes a
 * {@link MesosMasterListener}.
 * <p>
 * The methods are called on threads that have other things to do, more than one at once,
 * and must return at once. An observer that throws is logged, and harms nobody.
 */
public interface LocatorObserver {

	/**
	 * A read of ZooKeeper has ended, and what it told has been published.
	 * @param read what was read
	 * @param outcome how it ended
	 */
	default void readEnded(Read read, Outcome outcome) {
	}

	/**
	 * The leader changed, and the listeners are being told. Unlike a listener, an
	 * observer hears of every change, however slow others are; when it is added, of those
	 * before.
	 * @param reason why it changed
	 */
	default void leaderChanged(LeaderChangedEvent.Reason reason) {
	}

	/**
	 * The last listener has returned from a change of the leader or of the masters. This
	 * is not told of a change that a listener did not live to see: one that was removed,
	 * or whose locator was closed; of changes that were joined for a slow listener, the
	 * first is told of.
	 * @param nanos the time since ZooKeeper's watch told of the change, in nanoseconds,
	 * with the reads that it took; without a watch, as at the start, since the last
	 * answer or the end of the session timeout that told of it
	 */
	default void published(long nanos) {
	}

	/**
	 * What is read.
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
		 * The data of the path, which tell that ZooKeeper is alive.
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
