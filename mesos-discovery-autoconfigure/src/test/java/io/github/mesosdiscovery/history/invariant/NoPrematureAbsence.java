package io.github.mesosdiscovery.history.invariant;

import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.trace.Sign.Kind;

/**
 * A connection that comes back within the session timeout withdraws nothing: what was
 * known is given up only when ZooKeeper was not heard from for that long, or said itself
 * that the session is over.
 */
final class NoPrematureAbsence implements Invariant {

	/** Timers do not run early, but two clock readings lie a little apart. */
	private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(20);

	@Override
	public void check(Life life, History history, Report report) {
		Invariant.pairs(life.publications(), (before, after) -> {
			if (after.state() == ConnectionState.DISCONNECTED && before.state() != ConnectionState.DISCONNECTED
					&& before.state() != ConnectionState.CONNECTING && !isDue(life, after)) {
				report.violation(before.nanos(), after.nanos(),
						"publication " + after + " came "
								+ TimeUnit.NANOSECONDS.toMillis(after.nanos() - life.contactBefore(after.nanos()))
								+ " ms after the last contact");
			}
		});
	}

	private static boolean isDue(Life life, Publication absence) {
		long contact = life.contactBefore(absence.nanos());
		return absence.nanos() - contact >= life.timeout() - TOLERANCE || life.signs()
			.stream()
			.anyMatch((sign) -> sign.nanos() >= contact && sign.nanos() <= absence.nanos() && isEnd(sign));
	}

	private static boolean isEnd(Sign sign) {
		return sign.kind() == Kind.EXPIRED || sign.kind() == Kind.DIED;
	}

}
