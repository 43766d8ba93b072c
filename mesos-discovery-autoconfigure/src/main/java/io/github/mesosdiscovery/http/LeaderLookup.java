package io.github.mesosdiscovery.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;

/**
 * Where requests learn which master leads, and how long each of them waits for one. Safe
 * for use by several threads.
 *
 * @param locator knows the masters
 * @param waitForLeader how long a request waits for a leader at most; zero or less does
 * not wait
 */
public record LeaderLookup(MesosMasterLocator locator, Duration waitForLeader) {

	/**
	 * Return the leader, or wait for one.
	 * @param start when the request began, as {@link System#nanoTime()} has it
	 * @return the leader
	 * @throws NoLeadingMasterException if there is none in time
	 * @throws InterruptedIOException if the thread is interrupted, which it stays
	 */
	MesosMaster await(long start) throws InterruptedIOException {
		Optional<MesosMaster> leader = this.locator.leader();
		if (leader.isPresent()) {
			return leader.get();
		}
		try {
			return this.locator.awaitLeader(left(start));
		}
		catch (NoLeadingMasterException ex) {
			throw none();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for a leading Mesos master");
		}
	}

	/**
	 * Return how long a request may still wait.
	 * @param start when it began, as {@link System#nanoTime()} has it
	 * @return the time that is left, not negative
	 */
	Duration left(long start) {
		Duration left = this.waitForLeader.minusNanos(System.nanoTime() - start);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Return what a request ends with that has waited in vain.
	 */
	NoLeadingMasterException none() {
		return new NoLeadingMasterException(this.waitForLeader.isNegative() ? Duration.ZERO : this.waitForLeader,
				this.locator.snapshot());
	}

}
