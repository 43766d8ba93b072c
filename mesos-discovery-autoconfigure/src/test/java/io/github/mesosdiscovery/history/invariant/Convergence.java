package io.github.mesosdiscovery.history.invariant;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;

/**
 * Soon after the last fault every locator, its listeners and its callers know what
 * ZooKeeper holds, and it stays like that.
 */
public final class Convergence implements Invariant {

	/** The delays of the client before it connects again. */
	private static final long CONNECT = TimeUnit.SECONDS.toNanos(2);

	/** The longest back-off with its jitter, and the waits of a fence that gives up. */
	private static final long BACKOFF = TimeUnit.MILLISECONDS.toNanos(12_500);

	private static final long RELIST = TimeUnit.SECONDS.toNanos(1);

	/**
	 * Return how long it may take.
	 * @param timeout the session timeout in nanoseconds
	 * @param hosts the number of servers
	 * @return the time in nanoseconds
	 */
	public static long bound(long timeout, int hosts) {
		return 2 * timeout / 3 + timeout / hosts + CONNECT + BACKOFF + RELIST;
	}

	@Override
	public void check(Life life, History history, Report report) {
		Rest rest = life.rest();
		if (rest == null) {
			return;
		}
		long bound = bound(life.timeout(), life.hosts()) + history.outage() + 10 * history.stall();
		if (rest.settled() == 0 || rest.settled() - rest.healed() > bound) {
			report.violation(rest.healed(), rest.end(), "it did not come to rest in time: "
					+ ((rest.settled() == 0) ? "never" : (rest.settled() - rest.healed()) / 1_000_000 + " ms"));
			return;
		}
		Publication last = life.publication(rest.publication());
		if (last == null || !agrees(last, history.rest())) {
			report.violation(rest.settled(), rest.end(), "publication " + last + " is not " + history.rest());
		}
		for (Publication later : life.publications()) {
			if (later.number() > rest.publication() && later.nanos() < rest.end()) {
				report.violation(later, "it came though nothing happened any more");
			}
		}
	}

	/**
	 * Return whether a publication tells all of a view.
	 * @param publication the publication
	 * @param view what ZooKeeper holds
	 * @return whether they agree
	 */
	public static boolean agrees(Publication publication, View view) {
		List<Seen> seen = publication.registrations();
		boolean same = publication.state() == ConnectionState.CONNECTED && publication.complete()
				&& publication.isOfMissingPath() == view.isMissing() && seen.size() == view.registrations().size();
		for (int i = 0; same && i < seen.size(); i++) {
			Znode znode = view.registrations().get(i);
			same = znode.is(seen.get(i).name(), seen.get(i).czxid()) && ((znode.payload() != null)
					? znode.payload().equals(seen.get(i).payload()) : !seen.get(i).isReadable());
		}
		return same;
	}

}
