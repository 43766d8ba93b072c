package io.github.mesosdiscovery.zookeeper;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.mesosdiscovery.zookeeper.election.Timer;

/**
 * A single thread for timers and for tasks that can block: to create, replace and close
 * the client. After the close, tasks and timers are discarded.
 */
final class DetectorScheduler {

	/** In milliseconds. A client that is being created loads classes. */
	private static final long TASK_TIMEOUT = 800;

	private static final long BRIEF_TIMEOUT = 300;

	private final String name;

	private final Consumer<Timer> fired;

	private final ScheduledThreadPoolExecutor executor;

	private final Map<Timer, Future<?>> timers = new EnumMap<>(Timer.class);

	DetectorScheduler(String name, Consumer<Timer> fired) {
		this.name = name;
		this.fired = fired;
		this.executor = new ScheduledThreadPoolExecutor(1, new DaemonThreadFactory(name + "-scheduler"),
				new DiscardPolicy());
		this.executor.setRemoveOnCancelPolicy(true);
	}

	void execute(Runnable task) {
		this.executor.execute(task);
	}

	/**
	 * Start a timer, or move it.
	 */
	void schedule(Timer timer, long nanos) {
		// Locators that lost the same server must not return in step.
		long delay = (timer == Timer.RETRY || timer == Timer.RECREATE)
				? nanos + ThreadLocalRandom.current().nextLong(nanos / 4 + 1) : nanos;
		synchronized (this.timers) {
			Future<?> previous = this.timers.put(timer,
					this.executor.schedule(() -> this.fired.accept(timer), delay, TimeUnit.NANOSECONDS));
			if (previous != null) {
				previous.cancel(false);
			}
		}
	}

	/**
	 * Stop, and run a last task {@link #runBriefly briefly}.
	 */
	void close(Runnable last) {
		this.executor.shutdownNow();
		boolean interrupted = false;
		try {
			this.executor.awaitTermination(TASK_TIMEOUT, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		try {
			runBriefly(last);
		}
		catch (OutOfMemoryError ex) {
			// There is no thread that could be interrupted.
			last.run();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Run a task that can wait for a server, and interrupt it if the server does not
	 * respond soon.
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
			thread.join(BRIEF_TIMEOUT);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
