package io.github.mesosdiscovery.history.invariant;

import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.history.trace.Close;
import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * When a close has returned, which takes two seconds at most, no listener is called any
 * more, and no thread and no connection is left.
 */
final class CleanClose implements Invariant {

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

	@Override
	public void check(Life life, History history, Report report) {
		Close close = life.close();
		if (close.returned() - close.begun() > LIMIT + 5 * history.stall()) {
			report.violation(close.begun(), close.returned(),
					"the close took " + TimeUnit.NANOSECONDS.toMillis(close.returned() - close.begun()) + " ms");
		}
		// Connections that a fault holds open say nothing.
		if (!close.threads().isEmpty() || life.rest() != null && close.connections() != 0) {
			report.violation(close.returned(), close.returned(),
					"left are the threads " + close.threads() + " and " + close.connections() + " connections");
		}
		for (Hearing hearing : life.hearings()) {
			for (Delivery delivery : hearing.deliveries()) {
				if (delivery.begun() > close.returned()) {
					report.violation(close.returned(), delivery.ended(),
							hearing.listener() + " heard of an event after the close: " + delivery);
				}
			}
		}
	}

}
