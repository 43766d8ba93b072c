package io.github.mesosdiscovery.zookeeper.election;

import org.jspecify.annotations.Nullable;

/**
 * The last read that ZooKeeper answered, and until when it counts. A connection proves
 * nothing: a server can accept sessions and never answer a read. Times are readings of
 * the monotonic clock in nanoseconds.
 *
 * @param answered when the last read was answered; before the first, when the client was
 * started
 * @param deadline when the masters are withdrawn, or, once they are, when the client is
 * given up
 * @param pinged when the unanswered heartbeat was sent, or {@code null}
 * @param ever whether any read was ever answered
 * @param connected when the first connection since the last answer or the last deadline
 * was established, or {@code null}
 * @param silent whether the last deadline passed although there was a connection
 * @param unread whether the next leader was still to be read at the last answer
 */
record Contact(long answered, long deadline, @Nullable Long pinged, boolean ever, @Nullable Long connected,
		boolean silent, boolean unread) {

	static Contact begin(long timeout, long now) {
		return new Contact(now, now + timeout, null, false, null, false, false);
	}

	/**
	 * Six in a session timeout: enough to know the last contact to a sixth of it. The
	 * client's own pings, which these replace, are half as many and do not report whether
	 * they were answered.
	 */
	static long heartbeatInterval(long timeout) {
		return timeout / 6;
	}

	Contact answer(boolean unread, long timeout, long now) {
		return new Contact(now, now + timeout, null, true, null, false, unread);
	}

	Contact sendHeartbeat(long now) {
		return new Contact(this.answered, this.deadline, now, this.ever, this.connected, this.silent, this.unread);
	}

	Contact endHeartbeat() {
		return withoutHeartbeat(this.deadline);
	}

	Contact connect(long now) {
		return new Contact(this.answered, this.deadline, null, this.ever,
				(this.connected != null) ? this.connected : now, this.silent, this.unread);
	}

	/**
	 * The view is no longer current. A connection that breaks was alive until then, and
	 * one that fell silent was alive until the first unanswered heartbeat; but neither
	 * for longer than one heartbeat interval after the last answer.
	 */
	Contact lose(long timeout, long now) {
		long alive = (this.pinged != null) ? this.pinged : now;
		long sinceAnswer = Math.min(alive - this.answered, heartbeatInterval(timeout));
		return withoutHeartbeat(this.answered + sinceAnswer + timeout);
	}

	/** A connection of a moment ago had no time to answer. */
	Contact passDeadline(long timeout, long now) {
		boolean silent = this.connected != null && now - this.connected >= heartbeatInterval(timeout) / 10;
		return new Contact(this.answered, this.deadline, this.pinged, this.ever, null, silent, this.unread);
	}

	/** Start over with a client that has not connected yet. */
	Contact restart(long timeout, long now) {
		return new Contact(this.answered, now + timeout, null, this.ever, null, this.silent, this.unread);
	}

	/** Nothing is known that could be withdrawn: the client gets another timeout. */
	Contact extend(long timeout, long now) {
		return withoutHeartbeat(now + timeout);
	}

	private Contact withoutHeartbeat(long deadline) {
		return new Contact(this.answered, deadline, null, this.ever, this.connected, this.silent, this.unread);
	}

}
