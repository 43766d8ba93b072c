package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;

/**
 * Holds the latest snapshot and tells listeners and waiting callers of each new one. A
 * snapshot is set before anybody is told.
 */
final class Publisher {

	private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

	private static final Log logger = LogFactory.getLog(Publisher.class);

	private final MesosMasterLocator source;

	private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

	/** Who waits for a change, and from what. */
	private final Map<CompletableFuture<MasterSnapshot>, MasterSnapshot> waiting = new ConcurrentHashMap<>();

	private final Observers observers = new Observers();

	private volatile MasterSnapshot snapshot;

	private volatile @Nullable ThreadPoolExecutor executor;

	Publisher(MesosMasterLocator source, MasterSnapshot initial) {
		this.source = source;
		this.snapshot = initial;
	}

	MasterSnapshot snapshot() {
		return this.snapshot;
	}

	Observers observers() {
		return this.observers;
	}

	void add(MesosMasterListener listener) {
		Mailbox mailbox = new Mailbox(listener);
		this.mailboxes.add(mailbox);
		if (this.executor != null) {
			mailbox.open();
		}
	}

	void remove(MesosMasterListener listener) {
		for (Mailbox mailbox : this.mailboxes) {
			if (mailbox.listener() == listener) {
				this.mailboxes.remove(mailbox);
				mailbox.close();
			}
		}
	}

	/**
	 * Begin with a snapshot that nobody is told of.
	 */
	void open(MasterSnapshot initial, String name) {
		this.snapshot = initial;
		// A hand-over to a waiting thread is all that lies between ZooKeeper's thread and
		// a listener. One thread waits for all time, since to start one takes nearly half
		// as long as ZooKeeper takes to tell of a change; those beyond end.
		this.executor = new ThreadPoolExecutor(1, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
				new NamedThreads(name + "-events"));
		this.mailboxes.forEach(Mailbox::open);
	}

	/**
	 * Start the thread that waits for the first event.
	 */
	void prepare() {
		ThreadPoolExecutor executor = this.executor;
		if (executor != null) {
			executor.prestartCoreThread();
		}
	}

	/**
	 * Publish a snapshot. Calls must not overlap.
	 * @param after the snapshot
	 * @param since when what led to it was heard of, by {@link System#nanoTime()}
	 */
	void publish(MasterSnapshot after, long since) {
		MasterSnapshot before = this.snapshot;
		ExecutorService executor = this.executor;
		if (after == before || executor == null) {
			return;
		}
		this.snapshot = after;
		List<ApplicationEvent> events = Changes.between(this.source, before, after);
		if (!events.isEmpty() && !this.observers.isEmpty()) {
			events.add(new Receipt(this.source, this.observers, since, this.mailboxes.size()));
		}
		for (Mailbox mailbox : this.mailboxes) {
			for (ApplicationEvent event : events) {
				mailbox.offer(event, executor);
			}
		}
		this.waiting.forEach((future, seen) -> {
			// A listener may have seen it already and ask for the next.
			if (seen != after) {
				complete(future, after, executor);
			}
		});
		this.observers.handedOut(events);
	}

	private void complete(CompletableFuture<MasterSnapshot> future, MasterSnapshot after, ExecutorService executor) {
		try {
			future.completeAsync(() -> after, executor);
		}
		catch (RuntimeException | Error ex) {
			// No thread can be had: it goes on waiting, and is told with the next change.
			logger.warn("No thread for a caller that waits for a change of the Mesos masters", ex);
		}
	}

	CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		CompletableFuture<MasterSnapshot> future = new CompletableFuture<>();
		this.waiting.put(future, seen);
		future.whenComplete((result, ex) -> this.waiting.remove(future));
		MasterSnapshot latest = this.snapshot;
		if (latest != seen) {
			future.complete(latest);
		}
		return future;
	}

	/**
	 * End with a snapshot that nobody is told of.
	 */
	void close(MasterSnapshot last) {
		this.snapshot = last;
		this.mailboxes.forEach(Mailbox::close);
	}

	/**
	 * Cancel what is waited for and let go of the threads. A listener at work is waited
	 * for, unless it is the one that calls, and interrupted in the end.
	 */
	void release() {
		ExecutorService released = this.executor;
		this.executor = null;
		if (released == null) {
			return;
		}
		CompletableFuture<Void> cancelled = cancelWaiting(released);
		released.shutdown();
		try {
			long deadline = System.nanoTime() + PATIENCE;
			if (!isDone(cancelled, deadline) || !awaitListeners(deadline)) {
				released.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			released.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Not on the thread that closes: what hangs on a future is the user's code, and that
	 * thread holds a lock.
	 */
	private CompletableFuture<Void> cancelWaiting(ExecutorService executor) {
		List<CompletableFuture<MasterSnapshot>> futures = List.copyOf(this.waiting.keySet());
		futures.forEach((future) -> executor.execute(() -> future.cancel(false)));
		return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
	}

	private static boolean isDone(CompletableFuture<Void> all, long deadline) throws InterruptedException {
		try {
			all.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (CancellationException | ExecutionException ex) {
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private boolean awaitListeners(long deadline) throws InterruptedException {
		for (Mailbox mailbox : this.mailboxes) {
			if (!mailbox.awaitIdle(deadline - System.nanoTime())) {
				return false;
			}
		}
		return true;
	}

}
