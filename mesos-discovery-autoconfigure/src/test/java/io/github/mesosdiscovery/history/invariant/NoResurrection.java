package io.github.mesosdiscovery.history.invariant;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;

/**
 * A registration that was seen to be gone never comes back.
 */
final class NoResurrection implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		List<Seen> present = new ArrayList<>();
		List<Seen> gone = new ArrayList<>();
		int generation = 0;
		for (Publication publication : life.publications()) {
			if (!publication.isOfView()) {
				continue;
			}
			if (publication.version().generation() != generation) {
				generation = publication.version().generation();
				present.clear();
				gone.clear();
			}
			for (Seen seen : publication.registrations()) {
				// Without a czxid it can be another one of the same name.
				if (seen.czxid() != 0 && gone.stream().anyMatch((one) -> one.czxid() != 0 && one.isSameAs(seen))) {
					report.violation(publication, seen + " was gone");
				}
			}
			for (Seen seen : List.copyOf(present)) {
				if (isGone(seen, publication)) {
					present.remove(seen);
					gone.add(seen);
				}
			}
			publication.registrations().stream().filter((seen) -> !present.contains(seen)).forEach(present::add);
		}
	}

	private static boolean isGone(Seen seen, Publication publication) {
		return !publication.holds(seen) && (publication.complete() || publication.registrations().isEmpty()
				|| seen.sequence() < publication.registrations().get(0).sequence());
	}

}
