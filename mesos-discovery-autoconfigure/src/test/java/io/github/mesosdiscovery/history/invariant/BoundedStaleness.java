package io.github.mesosdiscovery.history.invariant;

import java.util.NavigableSet;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Sight;

/**
 * Nobody is given a leader when no read was answered for the session timeout, however
 * many connections were established.
 */
final class BoundedStaleness implements Invariant {

	/** How late a thread can run on a machine that is well. */
	private static final long LATENESS = TimeUnit.MILLISECONDS.toNanos(150);

	@Override
	public void check(Life life, History history, Report report) {
		// The last answer is known to one of the six heartbeats in a session timeout.
		long bound = life.timeout() + life.timeout() / 6 + LATENESS + 2 * history.stall();
		NavigableSet<Long> answers = life.answers();
		for (Sight sight : life.sights()) {
			long answer = answers.floor(sight.nanos());
			if (sight.nanos() - answer > bound || answer == Long.MIN_VALUE) {
				report.violation(answer, sight.nanos(), "a reader got publication " + sight.publication() + " "
						+ TimeUnit.NANOSECONDS.toMillis(sight.nanos() - answer) + " ms after the last answered read");
			}
		}
	}

}
