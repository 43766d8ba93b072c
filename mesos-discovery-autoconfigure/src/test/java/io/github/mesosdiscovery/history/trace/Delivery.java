package io.github.mesosdiscovery.history.trace;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One call of a listener.
 *
 * @param begun when it began, on the monotonic clock
 * @param ended when it was about to return
 * @param kind of which event
 * @param publication the number of the event's snapshot
 * @param current the number of the locator's snapshot at the beginning of the call
 * @param reason why the leader changed, or {@code null}
 * @param previous the leader before, or {@code null}
 * @param leader the leader after, or {@code null}
 */
public record Delivery(long begun, long ended, Kind kind, long publication, long current, @Nullable Reason reason,
		@Nullable Seen previous, @Nullable Seen leader) {

	/**
	 * The kinds of events.
	 */
	public enum Kind {

		/** The leader changed. */
		LEADER,
		/** The masters changed. */
		MASTERS

	}

}
