package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * The repetition of one read that failed. Each read has its own, so that the success of
 * one shortens the pause of no other.
 *
 * @param failures how often the read failed in a row
 * @param at when it is repeated, as a reading of the monotonic clock in nanoseconds
 */
record Retry(int failures, long at) {

	/**
	 * Return the repetition after one more failure.
	 * @param last the repetition that failed now, or {@code null} after a success
	 */
	static Retry after(@Nullable Retry last, long now) {
		return of((last != null) ? last.failures + 1 : 1, now);
	}

	static Retry of(int failures, long now) {
		return new Retry(failures, now + Backoff.nanos(failures - 1));
	}

	boolean isDue(long now) {
		return this.at - now <= 0;
	}

}
