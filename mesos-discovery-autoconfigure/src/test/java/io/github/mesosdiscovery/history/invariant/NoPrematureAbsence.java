package io.github.mesosdiscovery.history.invariant;

import java.util.NavigableSet;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.trace.Sign.Kind;

/**
 * A connection that comes back within the session timeout withdraws nothing: what was
 * known is given up only when no read was answered for that long, or when ZooKeeper said
 * itself that the session is over.
 */
final class NoPrematureAbsence implements Invariant {

	/** Timers do not run early, but two clock readings lie a little apart. */
	private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(20);

	@Override
	public void check(Life life, History history, Report report) {
		NavigableSet<Long> answers = life.answers();
		Invariant.pairs(life.publications(), (before, after) -> {
			if (after.state() == ConnectionState.DISCONNECTED && before.state() != ConnectionState.DISCONNECTED
					&& before.state() != ConnectionState.CONNECTING && !isDue(life, answers, after)) {
				report.violation(before.nanos(), after.nanos(),
						"publication " + after + " came "
								+ TimeUnit.NANOSECONDS.toMillis(after.nanos() - answers.floor(after.nanos()))
								+ " ms after the last answered read");
			}
		});
	}

	private static boolean isDue(Life life, NavigableSet<Long> answers, Publication absence) {
		long answer = answers.floor(absence.nanos());
		return absence.nanos() - answer >= life.timeout() - TOLERANCE || life.signs()
			.stream()
			.anyMatch((sign) -> sign.nanos() >= answer && sign.nanos() <= absence.nanos() && isEnd(sign));
	}

	private static boolean isEnd(Sign sign) {
		return sign.kind() == Kind.EXPIRED || sign.kind() == Kind.DIED;
	}

}
