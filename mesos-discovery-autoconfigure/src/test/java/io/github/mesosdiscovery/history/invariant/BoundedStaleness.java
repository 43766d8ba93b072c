package io.github.mesosdiscovery.history.invariant;

import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Sight;

/**
 * Nobody is given a leader when ZooKeeper has not been heard from for the session
 * timeout.
 */
final class BoundedStaleness implements Invariant {

	/** How late a thread can run on a machine that is well. */
	private static final long LATENESS = TimeUnit.MILLISECONDS.toNanos(150);

	@Override
	public void check(Life life, History history, Report report) {
		// The last contact is known to two of the six heartbeats in a session timeout.
		long bound = life.timeout() + life.timeout() / 3 + LATENESS + 2 * history.stall();
		for (Sight sight : life.sights()) {
			long contact = life.contactBefore(sight.nanos());
			if (sight.nanos() - contact > bound || contact == Long.MIN_VALUE) {
				report.violation(contact, sight.nanos(), "a reader got publication " + sight.publication() + " "
						+ TimeUnit.NANOSECONDS.toMillis(sight.nanos() - contact) + " ms after the last contact");
			}
		}
	}

}
