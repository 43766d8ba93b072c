package io.github.mesosdiscovery.history.invariant;

import java.util.Objects;

import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * Each event tells something new: another leader, other data of it, or another reason why
 * there is none. And it starts from where the one before had ended.
 */
final class NoDuplicates implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Hearing hearing : life.hearings()) {
			Invariant.pairs(hearing.deliveries()
				.stream()
				.filter((delivery) -> delivery.kind() == Delivery.Kind.LEADER)
				.toList(), (one, other) -> {
					if (Objects.equals(one.leader(), other.leader()) && one.reason() == other.reason()) {
						report.violation(one.begun(), other.ended(),
								hearing.listener() + " heard nothing new by " + other);
					}
					if (!Objects.equals(one.leader(), other.previous())) {
						report.violation(one.begun(), other.ended(),
								hearing.listener() + " had not heard what was before " + other);
					}
				});
		}
	}

}
