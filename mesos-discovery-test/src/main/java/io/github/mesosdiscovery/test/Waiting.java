package io.github.mesosdiscovery.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waiting in bounded time for other threads.
 */
final class Waiting {

	static final Duration LIMIT = Duration.ofSeconds(10);

	private Waiting() {
	}

	static void until(String what, BooleanSupplier condition) {
		long start = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new IllegalStateException("Not within " + LIMIT.toSeconds() + " s: " + what);
			}
			pause();
		}
	}

	static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(1);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	static void join(Thread thread) {
		try {
			thread.join(LIMIT.toMillis());
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Run a cleanup that would fail on an interrupted thread.
	 */
	static void uninterruptibly(Runnable cleanup) {
		boolean interrupted = Thread.interrupted();
		try {
			cleanup.run();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	static IllegalStateException interrupted(InterruptedException cause) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while waiting for the embedded ZooKeeper", cause);
	}

}
