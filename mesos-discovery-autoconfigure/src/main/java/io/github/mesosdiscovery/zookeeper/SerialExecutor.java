package io.github.mesosdiscovery.zookeeper;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs tasks one at a time and in order, on the threads that submit them: a thread that
 * finds another one at work leaves the task to it. No thread waits, and ZooKeeper's event
 * is usually processed on ZooKeeper's own thread.
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

	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			SafeLog.write(() -> logger.error("Cannot process an event of the Mesos masters", ex));
		}
	}

}
