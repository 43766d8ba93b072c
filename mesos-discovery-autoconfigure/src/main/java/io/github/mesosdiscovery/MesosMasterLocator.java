package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Knows the Mesos masters and which of them leads, at any moment.
 * <p>
 * Every method answers from memory and may be called from any thread; only
 * {@link #awaitLeader} waits. A locator that is not started, or has been closed, knows no
 * master.
 */
public interface MesosMasterLocator {

	/**
	 * Return the leading master.
	 * @return the leader, or empty while none is known; {@link #snapshot()} tells why
	 */
	default Optional<MesosMaster> leader() {
		return snapshot().leader();
	}

	/**
	 * Return the masters that can be read, in election order: the leader first, then the
	 * one that would follow it.
	 * @return an immutable list, empty while no master is known
	 */
	default List<MesosMaster> masters() {
		return snapshot().masters();
	}

	/**
	 * Return leader, masters, connection and problem as they were at one moment.
	 * @return the latest reading; the same object until something changes
	 */
	MasterSnapshot snapshot();

	/**
	 * Wait for a leader.
	 * @param timeout how long to wait at most; zero or less does not wait
	 * @return the leader
	 * @throws NoLeadingMasterException if there is no leader when the time is over
	 * @throws InterruptedException if the thread is interrupted
	 */
	MesosMaster awaitLeader(Duration timeout) throws InterruptedException;

	/**
	 * Return a future of the next reading that differs from one the caller has seen, as
	 * {@code detect(previous)} of Mesos' own {@code MasterDetector} does. No change can
	 * be missed between two calls, since the answer depends on what was seen and not on
	 * when the call was made.
	 * @param seen the reading that the caller has seen
	 * @return a future that is complete if there is a newer reading already, is completed
	 * by the next change otherwise, on a thread that may be used at leisure, and is
	 * cancelled when the locator is closed
	 */
	CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen);

	/**
	 * Return when ZooKeeper last answered a read. While connected this is never older
	 * than a fraction of the session timeout.
	 * @return the time of the last answer, or empty when there was none or it is not
	 * known
	 */
	default Optional<Instant> lastContact() {
		return Optional.empty();
	}

}
