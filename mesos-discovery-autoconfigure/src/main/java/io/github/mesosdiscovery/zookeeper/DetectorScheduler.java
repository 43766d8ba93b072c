package io.github.mesosdiscovery.zookeeper;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.mesosdiscovery.zookeeper.election.Timer;

/**
 * One thread for the timers and for work that may block: creating, replacing and closing
 * the client. No listener runs on it.
 */
final class DetectorScheduler {

	/** To let a client that is just being started come to an end, which loads classes. */
	private static final long TASK_PATIENCE = 800;

	private static final long CLOSE_PATIENCE = 300;

	private final String name;

	private final Consumer<Timer> due;

	private final ScheduledThreadPoolExecutor executor;

	private final Map<Timer, Future<?>> timers = new EnumMap<>(Timer.class);

	DetectorScheduler(String name, Consumer<Timer> due) {
		this.name = name;
		this.due = due;
		this.executor = new ScheduledThreadPoolExecutor(1, new DaemonThreadFactory(name + "-keeper"));
		this.executor.setRemoveOnCancelPolicy(true);
	}

	void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			// Closed in the meantime: nothing is to be kept any more.
		}
	}

	/**
	 * Start a timer, or move it.
	 */
	void schedule(Timer timer, long nanos) {
		// Many locators that lost the same server do not come back in step.
		long delay = (timer == Timer.RETRY || timer == Timer.RECREATE)
				? nanos + ThreadLocalRandom.current().nextLong(nanos / 4 + 1) : nanos;
		synchronized (this.timers) {
			Future<?> running = this.timers.get(timer);
			if (running != null) {
				running.cancel(false);
			}
			try {
				this.timers.put(timer,
						this.executor.schedule(() -> this.due.accept(timer), delay, TimeUnit.NANOSECONDS));
			}
			catch (RejectedExecutionException ex) {
				// As above.
			}
		}
	}

	/**
	 * Stop the timers and do one last thing {@link #runBriefly briefly}.
	 */
	void close(Runnable last) {
		this.executor.shutdownNow();
		boolean interrupted = false;
		try {
			this.executor.awaitTermination(TASK_PATIENCE, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		try {
			runBriefly(last);
		}
		catch (OutOfMemoryError ex) {
			// No thread can be had that could be interrupted.
			last.run();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Do something that may wait for a server, and interrupt it if it takes too long: a
	 * server that does not answer is not waited for.
	 */
	void runBriefly(Runnable task) {
		Thread thread = new DaemonThreadFactory(this.name + "-close").newThread(task);
		thread.start();
		boolean interrupted = !join(thread);
		if (thread.isAlive()) {
			thread.interrupt();
			interrupted |= !join(thread);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean join(Thread thread) {
		try {
			thread.join(CLOSE_PATIENCE);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
