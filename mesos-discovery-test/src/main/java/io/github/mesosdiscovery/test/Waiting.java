package io.github.mesosdiscovery.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Bounded waits for what the server or a client does on threads of its own.
 */
final class Waiting {

	static final Duration LIMIT = Duration.ofSeconds(10);

	private Waiting() {
	}

	static void until(String what, BooleanSupplier condition) {
		long start = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new IllegalStateException("Waited " + LIMIT.toSeconds() + " s in vain until " + what);
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
	 * An interrupted thread must be able to clean up too.
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
