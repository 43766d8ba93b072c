package io.github.mesosdiscovery.history.invariant;

import java.util.List;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;
import org.jspecify.annotations.Nullable;

/**
 * The leaders that are published come in the order in which they led, whatever is left
 * out in between.
 */
final class LeaderSubsequence implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		List<View> views = history.truth().views();
		int position = 0;
		for (Publication publication : life.publications()) {
			Seen first = publication.registrations().isEmpty() ? null : publication.registrations().get(0);
			if (!publication.isOfView() || isHidden(first, history.truth())) {
				continue;
			}
			int next = position;
			while (next < views.size() && !leads(first, views.get(next))) {
				next++;
			}
			if (next == views.size()) {
				report.violation(publication,
						"its first registration did not lead after " + views.get(Math.min(position, views.size() - 1)));
				return;
			}
			position = next;
		}
	}

	/** Whose ACL was changed can be gone without a word, until the next listing. */
	private static boolean isHidden(@Nullable Seen first, Truth truth) {
		return first != null && truth.isAclChanged(truth.path() + "/" + first.name());
	}

	private static boolean leads(@Nullable Seen first, View view) {
		Znode leading = view.registrations().isEmpty() ? null : view.registrations().get(0);
		return (first != null && leading != null) ? leading.is(first.name(), first.czxid())
				: first == null && leading == null;
	}

}
