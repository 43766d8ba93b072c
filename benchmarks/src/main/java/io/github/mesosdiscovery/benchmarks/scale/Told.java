package io.github.mesosdiscovery.benchmarks.scale;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;

/**
 * When a listener was told, on the clock of {@link System#nanoTime()}.
 */
final class Told implements MesosMasterListener {

	private static final long LIMIT = 60;

	private final BlockingQueue<Long> leaders = new LinkedBlockingQueue<>();

	private final BlockingQueue<Long> masters = new LinkedBlockingQueue<>();

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		if (event.getLeader().isPresent()) {
			this.leaders.add(System.nanoTime());
		}
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		this.masters.add(System.nanoTime());
	}

	void forget() {
		this.leaders.clear();
		this.masters.clear();
	}

	long leader() throws InterruptedException {
		return take(this.leaders, "a leader");
	}

	long masters() throws InterruptedException {
		return take(this.masters, "other masters");
	}

	private static long take(BlockingQueue<Long> times, String what) throws InterruptedException {
		Long time = times.poll(LIMIT, TimeUnit.SECONDS);
		if (time == null) {
			throw new IllegalStateException("Not told of " + what + " within " + LIMIT + " s");
		}
		return time;
	}

}
