package io.github.mesosdiscovery.benchmarks.failover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the leader go again and again while contenders listen side by side. Each failover
 * begins when all are at rest. Now and then all connect anew in another order, since a
 * server tells of a change in an order that depends on the connections.
 */
final class Race {

	/** Mesos' own default, in milliseconds. */
	static final int SESSION_TIMEOUT = 10_000;

	/** How often all connect, each time in another order. */
	private static final int CONNECTIONS = 10;

	/** Who has not heard by then never will. */
	private static final int PATIENCE = 5;

	private static final long POLL = TimeUnit.MICROSECONDS.toNanos(500);

	private static final long REST = TimeUnit.MILLISECONDS.toNanos(2);

	private final Course course;

	private final Masters masters;

	private final String servers;

	private final Set<Kind> kinds;

	private final Random random = new Random(1);

	private final Map<Kind, Contender> contenders = new EnumMap<>(Kind.class);

	private volatile Lap lap = new Lap("", "", Set.of());

	/**
	 * Prepare a race.
	 * @param course how it is run, the {@linkplain Kind#BARE limit} among the kinds
	 * @param masters who come and go
	 * @param servers what the contenders connect to
	 */
	Race(Course course, Masters masters, String servers) {
		this.course = course;
		this.masters = masters;
		this.servers = servers;
		this.kinds = EnumSet.copyOf(course.kinds());
	}

	/**
	 * Run the race.
	 * @return what was measured
	 */
	Laps run() throws Exception {
		Laps laps = new Laps();
		try {
			int failovers = this.course.warmUp() + this.course.count();
			for (int i = 0; i < failovers; i++) {
				if (i % Math.max(1, failovers / CONNECTIONS) == 0) {
					connect();
				}
				Map<Kind, Long> latencies = failOver();
				if (i >= this.course.warmUp()) {
					laps.add(latencies);
				}
			}
			return laps;
		}
		finally {
			disconnect();
		}
	}

	private Map<Kind, Long> failOver() throws Exception {
		List<String> names = this.masters.names();
		Lap next = new Lap(names.get(0), names.get(1), this.contenders.keySet());
		this.lap = next;
		Masters.Departure departure = this.masters.deleteLeader();
		next.await(PATIENCE);
		departure.await();
		this.masters.register();
		awaitRest();
		return next.latencies(departure.sent());
	}

	private void connect() throws Exception {
		disconnect();
		List<Kind> order = new ArrayList<>(this.kinds);
		Collections.shuffle(order, this.random);
		for (Kind kind : order) {
			this.contenders.put(kind, kind.open(this.servers, (znode) -> told(kind, znode)));
		}
		awaitRest();
	}

	private void told(Kind kind, String znode) {
		long now = System.nanoTime();
		this.lap.told(kind, znode, now);
	}

	/** Who does not come to rest takes no further part. */
	private void awaitRest() {
		List<String> names = this.masters.names();
		for (Kind kind : Set.copyOf(this.contenders.keySet())) {
			Contender contender = this.contenders.get(kind);
			if (contender != null && !isReadyInTime(contender, names)) {
				if (kind.isLimit()) {
					throw new IllegalStateException("No rest of the " + kind.label() + " in " + PATIENCE + " s");
				}
				System.out.println(kind.label() + " is not ready after " + PATIENCE + " s and leaves the race");
				this.kinds.remove(kind);
				this.contenders.remove(kind);
				contender.close();
			}
		}
		pause(this.course.pause().toNanos() + REST + this.random.nextLong(REST));
	}

	private static boolean isReadyInTime(Contender contender, List<String> names) {
		long start = System.nanoTime();
		while (!contender.isReady(names)) {
			if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE)) {
				return false;
			}
			LockSupport.parkNanos(POLL);
		}
		return true;
	}

	private static void pause(long nanos) {
		long end = System.nanoTime() + nanos;
		for (long left = nanos; left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private void disconnect() {
		this.contenders.values().forEach(Contender::close);
		this.contenders.clear();
	}

}
