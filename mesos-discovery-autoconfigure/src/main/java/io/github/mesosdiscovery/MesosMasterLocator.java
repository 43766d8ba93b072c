package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Locates the Mesos masters of a cluster and the one that leads.
 * <p>
 * All methods answer from memory and are thread-safe; only {@link #awaitLeader} waits. A
 * locator that has not been started or has been closed knows no master.
 */
public interface MesosMasterLocator {

	/**
	 * The name of the main cluster.
	 */
	String DEFAULT_CLUSTER = MasterSnapshot.DEFAULT_CLUSTER;

	/**
	 * Return the name of the cluster.
	 * @return the name of a further cluster, or {@value #DEFAULT_CLUSTER}
	 */
	default String cluster() {
		return snapshot().cluster();
	}

	/**
	 * Return the leading master.
	 * @return the leader, or empty while none is known; {@link #snapshot()} has the
	 * reason
	 */
	default Optional<MesosMaster> leader() {
		return snapshot().leader();
	}

	/**
	 * Return the masters that can be read, in election order: first the leader, then the
	 * one that leads next.
	 * @return an immutable list, empty while no master is known
	 */
	default List<MesosMaster> masters() {
		return snapshot().masters();
	}

	/**
	 * Return the leader, the masters, the connection and the problem at one moment.
	 * @return the latest snapshot; the same object until something changes
	 */
	MasterSnapshot snapshot();

	/**
	 * Wait for a leader.
	 * @param timeout the longest time to wait; zero or less does not wait
	 * @return the leader
	 * @throws NoLeadingMasterException if there is no leader when the timeout elapses, or
	 * the locator is closed
	 * @throws InterruptedException if the thread is interrupted
	 */
	default MesosMaster awaitLeader(Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		long nanos = TimeUnit.NANOSECONDS.convert(timeout);
		while (true) {
			MasterSnapshot seen = snapshot();
			if (seen.leader().isPresent()) {
				return seen.leader().get();
			}
			CompletableFuture<MasterSnapshot> change = changedFrom(seen);
			try {
				change.get(nanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException | CancellationException | ExecutionException ex) {
				throw new NoLeadingMasterException(timeout, snapshot());
			}
			finally {
				change.cancel(false);
			}
		}
	}

	/**
	 * Return a future of the next snapshot that differs from one that the caller has
	 * seen, like {@code detect(previous)} of Mesos' {@code MasterDetector}. The answer
	 * depends on what was seen, not on the time of the call, so that no change can be
	 * missed between two calls.
	 * @param seen the snapshot that the caller has seen
	 * @return a future, complete if there is a newer snapshot already. The next change
	 * completes it on a thread that may be blocked, and closing the locator cancels it
	 */
	CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen);

	/**
	 * Add a listener. It receives what changes from now on.
	 * @param listener the listener
	 * @throws UnsupportedOperationException if this implementation has no listeners
	 */
	default void addListener(MesosMasterListener listener) {
		throw new UnsupportedOperationException("This locator has no listeners");
	}

	/**
	 * Remove a listener. A call in progress may still reach it.
	 * @param listener the listener
	 */
	default void removeListener(MesosMasterListener listener) {
	}

	/**
	 * Return when ZooKeeper last answered a read. While connected, this is at most a
	 * fraction of the session timeout ago.
	 * @return the time of the last answer, or empty if there was none or it is not known
	 */
	default Optional<Instant> lastContact() {
		return Optional.empty();
	}

}
