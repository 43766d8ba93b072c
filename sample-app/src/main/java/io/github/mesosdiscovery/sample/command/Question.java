package io.github.mesosdiscovery.sample.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;

/**
 * Waits for a leader and then for the rest: the leader is known before the others have
 * been read.
 *
 * @param locator a locator that was started
 */
record Question(MesosMasterLocator locator) {

	/**
	 * Return a reading with a leader, and with all masters if they could be read in time.
	 * @param timeout how long to wait at most
	 * @return the reading
	 * @throws NoLeadingMasterException if there is no leader when the time is over
	 * @throws InterruptedException if the thread is interrupted
	 */
	MasterSnapshot ask(Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		this.locator.awaitLeader(timeout);
		MasterSnapshot seen = this.locator.snapshot();
		while (!isAnswer(seen)) {
			CompletableFuture<MasterSnapshot> change = this.locator.changedFrom(seen);
			try {
				seen = change.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				return late(timeout);
			}
		}
		return seen;
	}

	private MasterSnapshot late(Duration timeout) {
		MasterSnapshot last = this.locator.snapshot();
		if (last.leader().isEmpty()) {
			throw new NoLeadingMasterException(timeout, last);
		}
		return last;
	}

	private static boolean isAnswer(MasterSnapshot snapshot) {
		return snapshot.leader().isPresent() && snapshot.isComplete();
	}

}
