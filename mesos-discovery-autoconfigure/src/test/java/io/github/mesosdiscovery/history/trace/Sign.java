package io.github.mesosdiscovery.history.trace;

import java.util.List;

/**
 * Something that happened to a locator.
 *
 * @param nanos when, on the monotonic clock
 * @param session the number of its session, 0 for a timer
 * @param kind what happened
 * @param end how a read ended, {@link End#OK} for anything else
 * @param znodes the registrations in question
 * @param path the czxid of the path that was listed, 0 for anything else
 * @param timeoutNanos the session timeout that was agreed on, 0 unless connected
 */
public record Sign(long nanos, int session, Kind kind, End end, List<String> znodes, long path, long timeoutNanos) {

	/**
	 * Return whether ZooKeeper was heard from.
	 * @return whether it was
	 */
	public boolean isContact() {
		return this.kind.contact && this.end != End.CONNECTION;
	}

	/**
	 * Return whether a watch fired.
	 * @return whether it did
	 */
	public boolean isWatch() {
		return this.kind == Kind.PATH_CHANGED || this.kind == Kind.ZNODE_CHANGED || this.kind == Kind.ZNODE_DELETED;
	}

	/**
	 * What can happen.
	 */
	public enum Kind {

		/** A handle was made. */
		OPENED(false),
		/** The session stands. */
		CONNECTED(true),
		/** The connection is lost. */
		DISCONNECTED(false),
		/** The session is over. */
		EXPIRED(false),
		/** The handle is dead. */
		DIED(false),
		/** A ping was answered. */
		HEARD(true),
		/** The watch of the path fired. */
		PATH_CHANGED(true),
		/** The watch of a registration fired for its data. */
		ZNODE_CHANGED(true),
		/** The watch of a registration fired for its end. */
		ZNODE_DELETED(true),
		/** The children were listed, or could not be. */
		LISTED(true),
		/** The path was checked. */
		CHECKED(true),
		/** A registration was read, or could not be. */
		FETCHED(true),
		/** Failed reads are due again. */
		RETRY(false),
		/** All is due to be read again. */
		RESYNC(false),
		/** Another timer. */
		TIMER(false);

		private final boolean contact;

		Kind(boolean contact) {
			this.contact = contact;
		}

	}

	/**
	 * How a read ended.
	 */
	public enum End {

		/** Well. */
		OK,
		/** The znode does not exist. */
		MISSING,
		/** The ACL refuses. */
		DENIED,
		/** The connection went. */
		CONNECTION,
		/** Any other failure. */
		OTHER

	}

}
