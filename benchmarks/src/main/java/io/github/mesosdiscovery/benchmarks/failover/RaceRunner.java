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

import io.github.mesosdiscovery.benchmarks.cluster.Masters;

/**
 * Lets the leader go again and again while contenders listen side by side. Each failover
 * begins when all are at rest. All connect anew from time to time, each time in another
 * order, because a server sends its watch events in an order that depends on the
 * connections.
 */
final class RaceRunner {

	/** How often all connect. */
	private static final int CONNECTIONS = 10;

	/** After so many seconds a contender has missed a failover. */
	private static final int LIMIT = 5;

	private static final long POLL = TimeUnit.MICROSECONDS.toNanos(500);

	private static final long REST = TimeUnit.MILLISECONDS.toNanos(2);

	private final Race race;

	private final Masters masters;

	private final String servers;

	private final Set<Kind> kinds;

	private final Random random = new Random(1);

	private final Map<Kind, Contender> contenders = new EnumMap<>(Kind.class);

	private volatile Failover current = new Failover("", "", Set.of());

	/** Prepare a race. */
	RaceRunner(Race race, Masters masters, String servers) {
		this.race = race;
		this.masters = masters;
		this.servers = servers;
		this.kinds = EnumSet.copyOf(race.kinds());
	}

	/** Run the race. */
	RaceResult run() throws Exception {
		List<Map<Kind, Long>> latencies = new ArrayList<>();
		try {
			int failovers = this.race.warmUp() + this.race.count();
			for (int i = 0; i < failovers; i++) {
				if (i % Math.max(1, failovers / CONNECTIONS) == 0) {
					connect();
				}
				Map<Kind, Long> measured = failOver();
				if (i >= this.race.warmUp()) {
					latencies.add(measured);
				}
			}
			return new RaceResult(this.race, latencies);
		}
		finally {
			disconnect();
		}
	}

	private Map<Kind, Long> failOver() throws Exception {
		List<String> names = this.masters.names();
		Failover next = new Failover(names.get(0), names.get(1), this.contenders.keySet());
		this.current = next;
		Masters.Deletion deletion = this.masters.deleteLeader();
		next.await(LIMIT);
		deletion.await();
		this.masters.register();
		awaitRest();
		return next.latencies(deletion.sent());
	}

	private void connect() throws Exception {
		disconnect();
		List<Kind> order = new ArrayList<>(this.kinds);
		Collections.shuffle(order, this.random);
		for (Kind kind : order) {
			this.contenders.put(kind, kind.create(this.servers, (znode) -> report(kind, znode)));
		}
		awaitRest();
	}

	private void report(Kind kind, String znode) {
		long now = System.nanoTime();
		this.current.report(kind, znode, now);
	}

	/** A contender that is not ready in time takes no further part. */
	private void awaitRest() {
		List<String> names = this.masters.names();
		for (Kind kind : Set.copyOf(this.contenders.keySet())) {
			Contender contender = this.contenders.get(kind);
			if (contender != null && !isReadyInTime(contender, names)) {
				if (kind.isLimit()) {
					throw new IllegalStateException("The " + kind.label() + " is not ready after " + LIMIT + " s");
				}
				System.out.println(kind.label() + " is not ready after " + LIMIT + " s and leaves the race");
				this.kinds.remove(kind);
				this.contenders.remove(kind);
				contender.close();
			}
		}
		pause(this.race.pause().toNanos() + REST + this.random.nextLong(REST));
	}

	private static boolean isReadyInTime(Contender contender, List<String> names) {
		long start = System.nanoTime();
		while (!contender.isReady(names)) {
			if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT)) {
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
