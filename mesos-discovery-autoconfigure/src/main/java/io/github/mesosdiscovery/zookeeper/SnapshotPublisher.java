package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.election.Registrations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Holds the latest snapshot. Each listener receives the difference between the snapshot
 * that it received last and the latest one, so that nothing queues up for a slow
 * listener. Waiting callers receive the latest snapshot. A bounded number of worker
 * threads calls both.
 */
final class SnapshotPublisher {

	/** A listener that blocks occupies one. */
	static final int MAX_WORKERS = 32;

	private static final long CLOSE_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(500);

	private static final Log logger = LogFactory.getLog(SnapshotPublisher.class);

	private final MesosMasterLocator source;

	private final MetricsListeners metricsListeners = new MetricsListeners();

	/** Guards everything below. */
	private final Object lock = new Object();

	private final List<Delivery> deliveries = new ArrayList<>();

	/** The callers that have waited longest come first. */
	private final Set<Waiter> waiters = new LinkedHashSet<>();

	private final Set<Thread> workers = new HashSet<>();

	private boolean workerStarting;

	private @Nullable ThreadPoolExecutor executor;

	/** The detector that publishes, or {@code null} while closed. */
	private @Nullable Object detector;

	/** When the oldest change arrived that a listener has yet to receive. */
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
			takeDelivered();
		}
	}

	/**
	 * Open for a detector, with a snapshot that listeners do not receive. One worker
	 * thread is started in advance, since starting a thread takes nearly half as long as
	 * ZooKeeper takes to report a change.
	 */
	void open(Object detector, MasterSnapshot initial, String name) {
		ThreadPoolExecutor opened = new ThreadPoolExecutor(1, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
				new SynchronousQueue<>(), new DaemonThreadFactory(name + "-events"));
		opened.prestartCoreThread();
		synchronized (this.lock) {
			this.detector = detector;
			this.executor = opened;
			this.snapshot = initial;
			this.deliveries.forEach((delivery) -> delivery.received = initial);
		}
		// For callers that have waited since the last close.
		startWorker();
	}

	/**
	 * Publish a snapshot, unless the publisher was closed for this detector.
	 * @param detector the detector, which publishes one snapshot at a time
	 * @param after the snapshot
	 * @param since when the change arrived, by {@link System#nanoTime()}
	 */
	void publish(Object detector, MasterSnapshot after, long since) {
		boolean leaderChanged;
		synchronized (this.lock) {
			MasterSnapshot before = this.snapshot;
			if (after == before || detector != this.detector) {
				return;
			}
			leaderChanged = !Registrations.isSameLeader(before, after);
			if (this.undelivered == null && !this.deliveries.isEmpty()
					&& (leaderChanged || !Registrations.isSame(before.registrations(), after.registrations()))) {
				this.undelivered = since;
			}
			this.snapshot = after;
		}
		startWorker();
		if (leaderChanged) {
			this.metricsListeners.leaderChanged(reason(after));
		}
	}

	/**
	 * Try again to start a worker if the last attempt failed.
	 */
	void resume() {
		if (this.stalled) {
			startWorker();
		}
	}

	CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		Waiter waiter = new Waiter(seen);
		synchronized (this.lock) {
			if (this.snapshot != seen) {
				return CompletableFuture.completedFuture(this.snapshot);
			}
			this.waiters.add(waiter);
		}
		waiter.whenComplete((result, ex) -> {
			synchronized (this.lock) {
				this.waiters.remove(waiter);
			}
		});
		return waiter;
	}

	/**
	 * Close with a snapshot that listeners do not receive, and cancel waiting callers.
	 */
	void close(UnaryOperator<MasterSnapshot> last) {
		synchronized (this.lock) {
			this.detector = null;
			this.snapshot = last.apply(this.snapshot);
			this.undelivered = null;
			this.waiters.forEach((waiter) -> waiter.closed = true);
		}
		startWorker();
	}

	/**
	 * Release the threads once listeners have returned and waiting callers are cancelled.
	 * The calling thread can be that of a listener. Threads that do not return in time
	 * are interrupted.
	 */
	void release() {
		synchronized (this.lock) {
			ThreadPoolExecutor released = this.executor;
			if (released != null) {
				boolean idle = awaitIdle();
				this.executor = null;
				if (idle) {
					released.shutdown();
				}
				else {
					released.shutdownNow();
				}
			}
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
		return !hasWork() && Set.of(Thread.currentThread()).containsAll(this.workers);
	}

	/**
	 * Start one more worker if there is work for it. It starts the next one, so that the
	 * calling thread starts one at most.
	 */
	private void startWorker() {
		ThreadPoolExecutor current;
		boolean repeated;
		synchronized (this.lock) {
			current = this.executor;
			if (current == null || this.workerStarting || this.workers.size() >= MAX_WORKERS || !hasWork()) {
				return;
			}
			this.workerStarting = true;
			// Before the attempt: the worker can fail to start the next one during it.
			repeated = this.stalled;
			this.stalled = false;
		}
		// Not under the lock, which is the first thing that the worker needs.
		try {
			current.execute(this::work);
		}
		catch (RuntimeException | Error ex) {
			synchronized (this.lock) {
				this.workerStarting = false;
				this.stalled = true;
			}
			if (!repeated) {
				SafeLog.write(() -> logger
					.warn("Cannot start a thread to deliver changes of the Mesos masters; retrying", ex));
			}
		}
	}

	private boolean hasWork() {
		return nextDelivery() != null || nextWaiter() != null;
	}

	private @Nullable Delivery nextDelivery() {
		if (this.detector != null) {
			for (Delivery delivery : this.deliveries) {
				if (delivery.receivingFrom == null && delivery.received != this.snapshot) {
					return delivery;
				}
			}
		}
		return null;
	}

	/** Callers have seen the same snapshot as those before them, or a later one. */
	private @Nullable Waiter nextWaiter() {
		Waiter first = this.waiters.isEmpty() ? null : this.waiters.iterator().next();
		return (first != null && (first.closed || first.seen != this.snapshot)) ? first : null;
	}

	private void work() {
		synchronized (this.lock) {
			this.workerStarting = false;
			this.workers.add(Thread.currentThread());
		}
		for (Runnable task = nextTask(); task != null; task = nextTask()) {
			startWorker();
			try {
				task.run();
			}
			catch (RuntimeException | Error ex) {
				// For example without memory for an event. The worker continues.
			}
		}
	}

	private @Nullable Runnable nextTask() {
		synchronized (this.lock) {
			this.lock.notifyAll();
			// Set when the locator was closed, and it may be running again.
			Thread.interrupted();
			MasterSnapshot after = this.snapshot;
			Delivery delivery = nextDelivery();
			if (delivery != null) {
				MasterSnapshot before = delivery.received;
				delivery.received = after;
				delivery.receivingFrom = this.detector;
				return () -> deliver(delivery, before, after);
			}
			Waiter waiter = nextWaiter();
			if (waiter != null) {
				this.waiters.remove(waiter);
				return waiter.closed ? () -> waiter.cancel(false) : () -> waiter.complete(after);
			}
			this.workers.remove(Thread.currentThread());
			return null;
		}
	}

	private void deliver(Delivery delivery, MasterSnapshot before, MasterSnapshot after) {
		Long since;
		try {
			if (!Registrations.isSameLeader(before, after)) {
				deliver(delivery, MesosMasterListener::leaderChanged,
						new LeaderChangedEvent(this.source, before.leader().orElse(null), reason(after), after));
			}
			if (!Registrations.isSame(before.registrations(), after.registrations())) {
				deliver(delivery, MesosMasterListener::mastersChanged,
						new MastersChangedEvent(this.source, before.registrations(), after));
			}
		}
		finally {
			synchronized (this.lock) {
				delivery.receivingFrom = null;
				since = takeDelivered();
			}
		}
		if (since != null) {
			this.metricsListeners.delivered(System.nanoTime() - since);
		}
	}

	private <E> void deliver(Delivery delivery, BiConsumer<MesosMasterListener, E> callback, E event) {
		synchronized (this.lock) {
			if (delivery.receivingFrom != this.detector || !this.deliveries.contains(delivery)) {
				return;
			}
		}
		try {
			callback.accept(delivery.listener, event);
		}
		catch (Throwable ex) {
			// Not even an Error may end the deliveries to this listener.
			SafeLog.write(() -> logger.warn("A listener of the Mesos masters failed on " + event, ex));
		}
	}

	/**
	 * Return when the oldest change arrived, once every listener has received the latest
	 * snapshot.
	 */
	private @Nullable Long takeDelivered() {
		for (Delivery delivery : this.deliveries) {
			if (delivery.receivingFrom != null || delivery.received != this.snapshot) {
				return null;
			}
		}
		Long since = this.undelivered;
		this.undelivered = null;
		return since;
	}

	private static Reason reason(MasterSnapshot after) {
		return Reason.of(after.problem().map(MasterProblem::kind).orElse(null));
	}

	private static final class Delivery {

		private final MesosMasterListener listener;

		private MasterSnapshot received;

		/** The detector of the change that the listener is receiving. */
		private @Nullable Object receivingFrom;

		Delivery(MesosMasterListener listener, MasterSnapshot received) {
			this.listener = listener;
			this.received = received;
		}

	}

	private static final class Waiter extends CompletableFuture<MasterSnapshot> {

		private final MasterSnapshot seen;

		private boolean closed;

		Waiter(MasterSnapshot seen) {
			this.seen = seen;
		}

	}

}
