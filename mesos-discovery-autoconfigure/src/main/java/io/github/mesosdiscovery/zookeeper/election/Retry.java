package io.github.mesosdiscovery.zookeeper.election;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The retry of one read. Each read has its own, so that the success of one shortens the
 * pause of no other.
 *
 * @param failures how often the read failed in a row
 * @param at when it is repeated, as a reading of the monotonic clock in nanoseconds
 */
record Retry(int failures, long at) {

	private static final long MIN_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

	/**
	 * Also how long it can take until a changed ACL is noticed, since no watch reports
	 * one.
	 */
	static final long MAX_PAUSE = TimeUnit.SECONDS.toNanos(10);

	/**
	 * Return the retry after one more failure.
	 * @param last the retry that failed now, or {@code null} after a success
	 */
	static Retry after(@Nullable Retry last, long now) {
		return of((last != null) ? last.failures + 1 : 1, now);
	}

	static Retry of(int failures, long now) {
		return new Retry(failures, now + pause(failures - 1));
	}

	static long pause(int attempts) {
		return (attempts < 7) ? MIN_PAUSE << attempts : MAX_PAUSE;
	}

	static @Nullable Retry first(@Nullable Retry one, @Nullable Retry other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (other.at - one.at < 0) ? other : one;
	}

	static boolean isDue(@Nullable Retry retry, long now) {
		return retry != null && retry.at - now <= 0;
	}

}
