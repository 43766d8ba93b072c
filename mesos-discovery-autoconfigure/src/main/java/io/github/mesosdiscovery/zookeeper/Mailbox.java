package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;

/**
 * Hands events to one listener, in order and one at a time, on the threads of an
 * executor. Listeners do not wait for each other.
 */
final class Mailbox {

	/**
	 * More than this many events waiting are joined into one of each kind.
	 */
	static final int CAPACITY = 1000;

	/**
	 * More than this many registrations in the events waiting have them joined, too:
	 * anybody who may create znodes can make one event large.
	 */
	static final int REGISTRATIONS = 100_000;

	private static final Log logger = LogFactory.getLog(Mailbox.class);

	private final MesosMasterListener listener;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition idle = this.lock.newCondition();

	private final Deque<ApplicationEvent> waiting = new ArrayDeque<>();

	private int registrations;

	private boolean open;

	private @Nullable Executor executor;

	private @Nullable Thread runner;

	Mailbox(MesosMasterListener listener) {
		this.listener = listener;
	}

	MesosMasterListener listener() {
		return this.listener;
	}

	void offer(ApplicationEvent event, Executor executor) {
		this.lock.lock();
		try {
			if (!this.open) {
				return;
			}
			if (this.waiting.size() >= CAPACITY || this.registrations > REGISTRATIONS) {
				EventJoiner.join(this.waiting);
				this.registrations = this.waiting.stream().mapToInt(Mailbox::registrations).sum();
			}
			this.waiting.add(event);
			this.registrations += registrations(event);
			if (this.executor == null) {
				this.executor = executor;
				executor.execute(this::drain);
			}
		}
		catch (RuntimeException | Error ex) {
			// No thread can be had: what waits goes out with the next event.
			this.executor = null;
			logger.warn("No thread for a listener of the Mesos masters; its events wait for the next", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	void open() {
		this.lock.lock();
		try {
			this.open = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Hand out nothing more.
	 */
	void close() {
		this.lock.lock();
		try {
			this.open = false;
			this.waiting.clear();
			this.registrations = 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until the listener has returned, unless it is the listener that calls.
	 * @return whether it has
	 */
	boolean awaitIdle(long nanos) throws InterruptedException {
		this.lock.lock();
		try {
			long remaining = nanos;
			while (this.runner != null && this.runner != Thread.currentThread() && remaining > 0) {
				remaining = this.idle.awaitNanos(remaining);
			}
			return this.runner == null || this.runner == Thread.currentThread();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void drain() {
		for (ApplicationEvent event = next(); event != null; event = next()) {
			deliver(event);
		}
	}

	private @Nullable ApplicationEvent next() {
		this.lock.lock();
		try {
			ApplicationEvent event = this.waiting.poll();
			this.runner = (event != null) ? Thread.currentThread() : null;
			if (event == null) {
				this.executor = null;
				this.idle.signalAll();
			}
			else {
				this.registrations -= registrations(event);
			}
			return event;
		}
		finally {
			this.lock.unlock();
		}
	}

	private static int registrations(ApplicationEvent event) {
		if (event instanceof MastersChangedEvent masters) {
			return masters.getPrevious().size() + masters.getSnapshot().registrations().size();
		}
		return (event instanceof LeaderChangedEvent leader) ? leader.getSnapshot().registrations().size() : 0;
	}

	private void deliver(ApplicationEvent event) {
		try {
			if (event instanceof LeaderChangedEvent leaderChanged) {
				this.listener.leaderChanged(leaderChanged);
			}
			else if (event instanceof MastersChangedEvent mastersChanged) {
				this.listener.mastersChanged(mastersChanged);
			}
			else if (event instanceof Receipt receipt) {
				receipt.returned();
			}
		}
		catch (Throwable ex) {
			// Not even an Error may end the deliveries to this listener.
			logger.warn("A listener of the Mesos masters failed on " + event, ex);
		}
	}

}
