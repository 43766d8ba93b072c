package io.github.mesosdiscovery.zookeeper;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.election.Registrations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;

/**
 * Holds the latest snapshot. Each listener receives the difference between what it
 * received last and now, so that nothing piles up for a slow one; waiting callers receive
 * the snapshot. Both happen on threads of the publisher, whose number is bounded.
 */
final class SnapshotPublisher {

	/** A listener that blocks occupies one. */
	static final int MAX_THREADS = 32;

	private static final long CLOSE_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(500);

	private static final Log logger = LogFactory.getLog(SnapshotPublisher.class);

	private final MesosMasterLocator source;

	private final MetricsListeners metricsListeners = new MetricsListeners();

	private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

	/** Guards everything below. */
	private final Object lock = new Object();

	/** In the order in which they came: those behind one have seen the same, or more. */
	private final Set<Waiter> waiting = new LinkedHashSet<>();

	/** Those that waited when the publisher was closed. */
	private final Set<Waiter> cancelled = new LinkedHashSet<>();

	private final Set<Thread> busy = new HashSet<>();

	private int workers;

	private @Nullable ThreadPoolExecutor executor;

	private boolean open;

	/** When the oldest change arrived that a listener has not received yet. */
	private @Nullable Long undelivered;

	private volatile boolean stalled;

	private volatile MasterSnapshot snapshot;

	SnapshotPublisher(MesosMasterLocator source, MasterSnapshot initial) {
		this.source = source;
		this.snapshot = initial;
	}

	MasterSnapshot snapshot() {
		return this.snapshot;
	}

	MetricsListeners metricsListeners() {
		return this.metricsListeners;
	}

	void add(MesosMasterListener listener) {
		synchronized (this.lock) {
			this.deliveries.add(new Delivery(listener, this.snapshot));
		}
	}

	void remove(MesosMasterListener listener) {
		synchronized (this.lock) {
			this.deliveries.removeIf((delivery) -> delivery.listener == listener);
			if (isDelivered()) {
				this.undelivered = null;
			}
		}
	}

	/**
	 * Begin with a snapshot that listeners do not receive. One thread waits for the first
	 * event, since starting one takes nearly half as long as ZooKeeper takes to report a
	 * change; further threads end when they are idle.
	 */
	void open(MasterSnapshot initial, String name) {
		synchronized (this.lock) {
			this.snapshot = initial;
			this.open = true;
			this.deliveries.forEach((delivery) -> delivery.received = initial);
			this.executor = new ThreadPoolExecutor(1, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
					new DaemonThreadFactory(name + "-events"));
			this.executor.prestartCoreThread();
		}
	}

	/**
	 * Publish a snapshot. Calls must not overlap.
	 * @param after the snapshot
	 * @param since when what led to it arrived, by {@link System#nanoTime()}
	 */
	void publish(MasterSnapshot after, long since) {
		MasterSnapshot before = this.snapshot;
		if (after == before) {
			return;
		}
		boolean leaderChanged = !Registrations.isSameLeader(before, after);
		boolean changed = leaderChanged || !Registrations.isSame(before.registrations(), after.registrations());
		ThreadPoolExecutor reserved;
		synchronized (this.lock) {
			if (!this.open) {
				return;
			}
			this.snapshot = after;
			if (this.undelivered == null && changed) {
				this.undelivered = since;
			}
			reserved = reserveWorker();
		}
		startWorker(reserved);
		if (leaderChanged) {
			this.metricsListeners.leaderChanged(ChangeEvents.reason(after));
		}
	}

	/**
	 * Try again to get the thread that could not be created.
	 */
	void resume() {
		if (this.stalled) {
			ThreadPoolExecutor reserved;
			synchronized (this.lock) {
				reserved = reserveWorker();
			}
			startWorker(reserved);
		}
	}

	CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		Waiter waiter = new Waiter(seen);
		MasterSnapshot latest;
		synchronized (this.lock) {
			latest = this.snapshot;
			if (latest == seen) {
				this.waiting.add(waiter);
			}
		}
		if (latest != seen) {
			waiter.complete(latest);
		}
		else {
			waiter.whenComplete((result, ex) -> forget(waiter));
		}
		return waiter;
	}

	private void forget(Waiter waiter) {
		synchronized (this.lock) {
			this.waiting.remove(waiter);
			this.cancelled.remove(waiter);
		}
	}

	/**
	 * End with a snapshot that listeners do not receive.
	 */
	void close(MasterSnapshot last) {
		ThreadPoolExecutor reserved;
		synchronized (this.lock) {
			this.open = false;
			this.snapshot = last;
			this.undelivered = null;
			this.cancelled.addAll(this.waiting);
			this.waiting.clear();
			reserved = reserveWorker();
		}
		startWorker(reserved);
	}

	/**
	 * Wait until the waiting callers are cancelled and listeners have returned, unless it
	 * is the listener that calls, and let go of the threads. In the end they are
	 * interrupted.
	 */
	void release() {
		ThreadPoolExecutor released;
		boolean idle;
		synchronized (this.lock) {
			released = this.executor;
			this.executor = null;
			if (released == null) {
				return;
			}
			idle = awaitIdle();
		}
		if (idle) {
			released.shutdown();
		}
		else {
			released.shutdownNow();
		}
	}

	private boolean awaitIdle() {
		long deadline = System.nanoTime() + CLOSE_TIMEOUT;
		try {
			while (!isIdle()) {
				long remaining = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
				if (remaining <= 0) {
					return false;
				}
				this.lock.wait(remaining);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean isIdle() {
		return this.cancelled.isEmpty() && this.busy.stream().allMatch((thread) -> thread == Thread.currentThread());
	}

	/**
	 * Count one more worker if there is work for it. It starts the next one, so that the
	 * calling thread is not delayed by more.
	 * @return where to start it, or {@code null} for none
	 */
	private @Nullable ThreadPoolExecutor reserveWorker() {
		if (this.executor == null || this.workers >= MAX_THREADS || !hasWork()) {
			return null;
		}
		this.workers++;
		return this.executor;
	}

	/** Not under the lock, which is the first that the worker asks for. */
	private void startWorker(@Nullable ThreadPoolExecutor executor) {
		if (executor == null) {
			return;
		}
		try {
			executor.execute(this::work);
			this.stalled = false;
		}
		catch (RuntimeException | Error ex) {
			synchronized (this.lock) {
				this.workers--;
			}
			if (!this.stalled) {
				this.stalled = true;
				logger.warn("No thread to deliver changes of the Mesos masters; retrying", ex);
			}
		}
	}

	private boolean hasWork() {
		if (!this.cancelled.isEmpty() || !this.open) {
			return !this.cancelled.isEmpty();
		}
		for (Delivery delivery : this.deliveries) {
			if (isPending(delivery)) {
				return true;
			}
		}
		return !this.waiting.isEmpty() && first(this.waiting).seen != this.snapshot;
	}

	private boolean isPending(Delivery delivery) {
		return !delivery.busy && delivery.received != this.snapshot;
	}

	private void work() {
		for (Runnable task = next(); task != null; task = next()) {
			task.run();
		}
	}

	private @Nullable Runnable next() {
		Runnable task;
		ThreadPoolExecutor reserved = null;
		synchronized (this.lock) {
			task = claim();
			if (task != null) {
				// Left over from a run of the locator that was closed.
				Thread.interrupted();
				this.busy.add(Thread.currentThread());
				reserved = reserveWorker();
			}
			else {
				this.busy.remove(Thread.currentThread());
				this.workers--;
			}
			this.lock.notifyAll();
		}
		startWorker(reserved);
		return task;
	}

	private @Nullable Runnable claim() {
		if (!hasWork()) {
			return null;
		}
		if (!this.cancelled.isEmpty()) {
			Waiter waiter = first(this.cancelled);
			this.cancelled.remove(waiter);
			return () -> waiter.cancel(false);
		}
		for (Delivery delivery : this.deliveries) {
			if (isPending(delivery)) {
				return claim(delivery);
			}
		}
		Waiter waiter = first(this.waiting);
		this.waiting.remove(waiter);
		MasterSnapshot after = this.snapshot;
		return () -> waiter.complete(after);
	}

	private static Waiter first(Set<Waiter> waiters) {
		return waiters.iterator().next();
	}

	private Runnable claim(Delivery delivery) {
		List<ApplicationEvent> events = ChangeEvents.between(this.source, delivery.received, this.snapshot);
		delivery.received = this.snapshot;
		delivery.busy = true;
		return () -> deliver(delivery, events);
	}

	private void deliver(Delivery delivery, List<ApplicationEvent> events) {
		for (ApplicationEvent event : events) {
			if (isWanted(delivery)) {
				deliver(delivery.listener, event);
			}
		}
		Long since;
		synchronized (this.lock) {
			delivery.busy = false;
			since = isDelivered() ? this.undelivered : null;
			this.undelivered = (since != null) ? null : this.undelivered;
		}
		if (since != null) {
			this.metricsListeners.delivered(System.nanoTime() - since);
		}
	}

	private boolean isWanted(Delivery delivery) {
		synchronized (this.lock) {
			return this.open && this.deliveries.contains(delivery);
		}
	}

	private boolean isDelivered() {
		for (Delivery delivery : this.deliveries) {
			if (delivery.busy || delivery.received != this.snapshot) {
				return false;
			}
		}
		return true;
	}

	private static void deliver(MesosMasterListener listener, ApplicationEvent event) {
		try {
			if (event instanceof LeaderChangedEvent leaderChanged) {
				listener.leaderChanged(leaderChanged);
			}
			else if (event instanceof MastersChangedEvent mastersChanged) {
				listener.mastersChanged(mastersChanged);
			}
		}
		catch (Throwable ex) {
			// Not even an Error may end the deliveries to this listener.
			logger.warn("A listener of the Mesos masters failed on " + event, ex);
		}
	}

	/** What one listener has received. Guarded by the lock. */
	private static final class Delivery {

		private final MesosMasterListener listener;

		private MasterSnapshot received;

		private boolean busy;

		Delivery(MesosMasterListener listener, MasterSnapshot received) {
			this.listener = listener;
			this.received = received;
		}

	}

	/** A caller that waits for a change. */
	private static final class Waiter extends CompletableFuture<MasterSnapshot> {

		private final MasterSnapshot seen;

		Waiter(MasterSnapshot seen) {
			this.seen = seen;
		}

	}

}
