package io.github.mesosdiscovery.benchmarks.failover;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One failover, and when each contender knew of it.
 */
final class Failover {

	private final String deleted;

	private final String leader;

	private final AtomicLongArray times = new AtomicLongArray(Kind.values().length);

	private final CountDownLatch missing;

	/** Create a failover. */
	Failover(String deleted, String leader, Set<Kind> kinds) {
		this.deleted = deleted;
		this.leader = leader;
		this.missing = new CountDownLatch(kinds.size());
	}

	/**
	 * Record what a contender reports. Only the first time counts, and only what is true
	 * after the failover.
	 */
	void report(Kind kind, String znode, long time) {
		boolean counts = znode.equals(kind.isLimit() ? this.deleted : this.leader);
		if (counts && this.times.compareAndSet(kind.ordinal(), 0, time)) {
			this.missing.countDown();
		}
	}

	/** Wait for all contenders, but not forever. */
	void await(long seconds) throws InterruptedException {
		this.missing.await(seconds, TimeUnit.SECONDS);
	}

	/**
	 * Return the latencies in nanoseconds, without those of contenders that missed it.
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
