package io.github.mesosdiscovery.history.invariant;

import java.util.Objects;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;

/**
 * What is published is what ZooKeeper had: the children of the version of the path that
 * was listed, less those whose end was told since, each with data that it once had.
 */
final class ValidViews implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Publication publication : life.publications()) {
			if (publication.isOfView() && !publication.isOfMissingPath()) {
				history.truth()
					.view(publication.version().czxid(), publication.version().pzxid())
					.ifPresentOrElse((view) -> check(publication, view, history, report),
							() -> report.violation(publication, "ZooKeeper never had such a version of the path"));
			}
		}
	}

	private static void check(Publication publication, View view, History history, Report report) {
		Truth truth = history.truth();
		for (Seen seen : publication.registrations()) {
			if (!view.holds(seen.name(), seen.czxid())) {
				report.violation(publication, seen + " was not in " + view);
			}
			else if (seen.isReadable() && !isVersion(seen, truth)) {
				report.violation(publication, "ZooKeeper never had the data of " + seen);
			}
		}
		for (Znode znode : view.registrations()) {
			if (!holds(publication, znode) && !isToCome(publication, znode)
					&& !truth.isDeletedAfter(view, znode, history.millis(publication))) {
				report.violation(publication, znode + " is missing");
			}
		}
	}

	private static boolean isVersion(Seen seen, Truth truth) {
		return truth.versions(seen.name(), seen.czxid())
			.anyMatch((znode) -> Objects.equals(seen.payload(), znode.payload()));
	}

	private static boolean holds(Publication publication, Znode znode) {
		return publication.registrations().stream().anyMatch((seen) -> znode.is(seen.name(), seen.czxid()));
	}

	/** The leader is told at once, and the others when they have been read. */
	private static boolean isToCome(Publication publication, Znode znode) {
		return !publication.complete() && !publication.registrations().isEmpty()
				&& publication.registrations().get(0).sequence() < znode.sequence();
	}

}
