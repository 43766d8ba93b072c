package io.github.mesosdiscovery.faults;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long threads of this JVM are kept from running: a thread that only ticks
 * notes how late it is.
 */
public final class StallMeter implements AutoCloseable {

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);

	private final Thread thread = new Thread(this::tick, "stall-meter");

	private volatile boolean closed;

	private volatile long longest;

	private StallMeter() {
		this.thread.setDaemon(true);
	}

	/**
	 * Start to measure.
	 */
	public static StallMeter start() {
		StallMeter meter = new StallMeter();
		meter.thread.start();
		return meter;
	}

	/**
	 * Return the longest stall so far in nanoseconds.
	 */
	public long longest() {
		return this.longest;
	}

	private void tick() {
		long last = System.nanoTime();
		while (!this.closed) {
			LockSupport.parkNanos(TICK);
			long now = System.nanoTime();
			this.longest = Math.max(this.longest, now - last - TICK);
			last = now;
		}
	}

	@Override
	public void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
	}

}
