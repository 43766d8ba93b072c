package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.Operation;
import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;

/**
 * Where there is no leader, the reason is true: nobody was registered, the path was
 * missing, the one that led could not be read, or the ACL had been changed. While
 * connected there is always a reason, and a connection that is merely lost takes no
 * leader away.
 */
final class HonestAbsence implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Publication publication : life.publications()) {
			if (publication.state() == ConnectionState.CONNECTED && publication.leader() == null
					&& !isHonest(publication, history)) {
				report.violation(publication, "its reason for the absence of a leader is not true");
			}
		}
		Invariant.pairs(life.publications(), (before, after) -> {
			if (after.state() == ConnectionState.RECONNECTING && after.leader() == null && before.leader() != null) {
				report.violation(after, "the leader was taken away though the session may live");
			}
		});
	}

	private static boolean isHonest(Publication publication, History history) {
		Truth truth = history.truth();
		Kind problem = publication.problem();
		if (problem == Kind.NO_PATH) {
			return truth.views().stream().anyMatch(View::isMissing);
		}
		if (problem == Kind.NO_MASTERS) {
			return truth.view(publication.version().czxid(), publication.version().pzxid())
				.filter((view) -> view.registrations()
					.stream()
					.allMatch((znode) -> truth.isDeletedAfter(view, znode, history.millis(publication))))
				.isPresent();
		}
		if (problem == Kind.UNREADABLE && !publication.registrations().isEmpty()) {
			Seen first = publication.registrations().get(0);
			return truth.versions(first.name(), first.czxid()).anyMatch((znode) -> znode.payload() == null);
		}
		return problem == Kind.NOT_AUTHORIZED && truth.transactions()
			.stream()
			.flatMap((transaction) -> transaction.operations().stream())
			.anyMatch((operation) -> operation instanceof Operation.SetAcl acl && acl.path().startsWith(truth.path()));
	}

}
