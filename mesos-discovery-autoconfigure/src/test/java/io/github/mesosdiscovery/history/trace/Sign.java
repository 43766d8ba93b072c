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
	 * Return whether a read was answered.
	 * @return whether it was
	 */
	public boolean isAnswer() {
		return switch (this.kind) {
			case HEARD, LISTED, CHECKED, FETCHED ->
				this.end == End.OK || this.end == End.MISSING || this.end == End.DENIED;
			default -> false;
		};
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
		OPENED,
		/** The session stands. */
		CONNECTED,
		/** The connection is lost. */
		DISCONNECTED,
		/** The session is over. */
		EXPIRED,
		/** The handle is dead. */
		DIED,
		/** A ping was answered. */
		HEARD,
		/** The watch of the path fired. */
		PATH_CHANGED,
		/** The watch of a registration fired for its data. */
		ZNODE_CHANGED,
		/** The watch of a registration fired for its end. */
		ZNODE_DELETED,
		/** The children were listed, or could not be. */
		LISTED,
		/** The path was checked. */
		CHECKED,
		/** A registration was read, or could not be. */
		FETCHED,
		/** Failed reads are due again. */
		RETRY,
		/** All is due to be read again. */
		RESYNC,
		/** Another timer. */
		TIMER

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
