package io.github.mesosdiscovery.zookeeper;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs tasks one at a time, in the order they came in, on the threads that bring them.
 * Who finds another at work leaves the task to it and goes on, so nobody ever waits, and
 * a signal from ZooKeeper's thread is dealt with there and then, without a change of
 * thread.
 */
final class SerialExecutor implements Executor {

	private static final Log logger = LogFactory.getLog(SerialExecutor.class);

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger pending = new AtomicInteger();

	@Override
	public void execute(Runnable task) {
		this.tasks.add(task);
		if (this.pending.getAndIncrement() == 0) {
			do {
				Runnable next = this.tasks.poll();
				if (next != null) {
					run(next);
				}
			}
			while (this.pending.decrementAndGet() != 0);
		}
	}

	/** One task that fails must not keep all later ones from running. */
	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("Following the Mesos masters: a signal could not be dealt with", ex);
		}
	}

}
