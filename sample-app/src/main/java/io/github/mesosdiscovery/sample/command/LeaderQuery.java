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
 * Waits for the leader and then for the other masters, which are known later.
 *
 * @param locator a started locator
 */
record LeaderQuery(MesosMasterLocator locator) {

	/**
	 * Return a snapshot with a leader, and with all masters if they can be read in time.
	 * @param timeout how long to wait
	 * @return the snapshot
	 * @throws NoLeadingMasterException if there is no leader when the time has elapsed
	 * @throws InterruptedException if the thread is interrupted
	 */
	MasterSnapshot run(Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		this.locator.awaitLeader(timeout);
		MasterSnapshot seen = this.locator.snapshot();
		while (!isComplete(seen)) {
			CompletableFuture<MasterSnapshot> change = this.locator.changedFrom(seen);
			try {
				seen = change.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				return incomplete(timeout);
			}
		}
		return seen;
	}

	private MasterSnapshot incomplete(Duration timeout) {
		MasterSnapshot last = this.locator.snapshot();
		if (last.leader().isEmpty()) {
			throw new NoLeadingMasterException(timeout, last);
		}
		return last;
	}

	private static boolean isComplete(MasterSnapshot snapshot) {
		return snapshot.leader().isPresent() && snapshot.isComplete();
	}

}
