package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Publication.Version;

/**
 * The version of the path never goes back, not even from one session to the next, unless
 * it is declared that ZooKeeper starts over.
 */
final class NoRegress implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		Invariant.pairs(life.publications().stream().filter(Publication::isOfView).toList(), (one, other) -> {
			Version before = one.version();
			Version after = other.version();
			boolean older = (before.czxid() != after.czxid()) ? after.czxid() < before.czxid()
					: after.pzxid() < before.pzxid();
			if (after.generation() == before.generation() && older) {
				report.violation(other, "it is older than publication " + one);
			}
		});
	}

}
