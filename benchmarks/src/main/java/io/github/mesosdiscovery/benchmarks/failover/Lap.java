package io.github.mesosdiscovery.benchmarks.failover;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One failover: when each contender knew of it. All read the same clock.
 */
final class Lap {

	private final String gone;

	private final String next;

	private final AtomicLongArray times = new AtomicLongArray(Kind.values().length);

	private final CountDownLatch missing;

	/**
	 * Begin a failover.
	 * @param gone the znode of the leader that goes
	 * @param next the znode of the one that leads then
	 * @param kinds who is to hear of it
	 */
	Lap(String gone, String next, Set<Kind> kinds) {
		this.gone = gone;
		this.next = next;
		this.missing = new CountDownLatch(kinds.size());
	}

	/**
	 * Take note that a contender knows. Only the first time counts, and only what is true
	 * after the failover.
	 */
	void told(Kind kind, String znode, long time) {
		boolean news = znode.equals(kind.isLimit() ? this.gone : this.next);
		if (news && this.times.compareAndSet(kind.ordinal(), 0, time)) {
			this.missing.countDown();
		}
	}

	/** Wait for all, as long as that makes sense. */
	void await(long seconds) throws InterruptedException {
		this.missing.await(seconds, TimeUnit.SECONDS);
	}

	/**
	 * Return the nanoseconds that each needed who has heard.
	 * @param sent when the deletion was sent
	 */
	Map<Kind, Long> latencies(long sent) {
		Map<Kind, Long> latencies = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			long time = this.times.get(kind.ordinal());
			if (time != 0) {
				latencies.put(kind, time - sent);
			}
		}
		return latencies;
	}

}
