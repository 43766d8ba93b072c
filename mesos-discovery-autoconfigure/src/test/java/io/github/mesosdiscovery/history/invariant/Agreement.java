package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.Znode;

/**
 * Locators that have listed the same version of the path agree who comes first, unless
 * one of them was told since that the other's leader is gone.
 */
final class Agreement implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Publication mine : life.publications()) {
			if (mine.isOfView() && !mine.isOfMissingPath() && !mine.registrations().isEmpty()) {
				history.lives()
					.stream()
					.flatMap((other) -> other.publications().stream())
					.filter((other) -> other.isOfView() && isSameVersion(mine, other)
							&& !other.registrations().isEmpty())
					.filter((other) -> isContradiction(mine.registrations().get(0), other, history))
					.findFirst()
					.ifPresent((other) -> report.violation(mine, "another locator has " + other));
			}
		}
	}

	private static boolean isSameVersion(Publication one, Publication other) {
		return one.version().czxid() == other.version().czxid() && one.version().pzxid() == other.version().pzxid();
	}

	private static boolean isContradiction(Seen mine, Publication other, History history) {
		Seen first = other.registrations().get(0);
		return mine.sequence() < first.sequence() && history.truth()
			.view(other.version().czxid(), other.version().pzxid())
			.filter((view) -> history.truth()
				.isDeletedAfter(view, new Znode(mine.name(), mine.sequence(), mine.czxid(), 0, null),
						history.millis(other)))
			.isEmpty();
	}

}
