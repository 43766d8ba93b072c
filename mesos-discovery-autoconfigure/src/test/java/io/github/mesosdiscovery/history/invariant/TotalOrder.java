package io.github.mesosdiscovery.history.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.mesosdiscovery.history.trace.Chain;
import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Every listener receives, one event at a time, the differences that lead from what it
 * could read when it joined to the end; what is over before it could be delivered is left
 * out. Who asks for changes gets each time a later one.
 */
public final class TotalOrder implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Hearing hearing : life.hearings()) {
			check(hearing, life, report);
		}
		for (Chain chain : life.chains()) {
			Invariant.pairs(chain.publications(), (one, other) -> {
				if (other <= one) {
					report.violation(0, 0, chain.caller() + " got publication " + other + " after " + one);
				}
			});
		}
	}

	private static void check(Hearing hearing, Life life, Report report) {
		Invariant.pairs(hearing.deliveries(), (one, other) -> {
			if (other.begun() < one.ended()) {
				report.violation(one.begun(), other.ended(), hearing.listener() + " received two events at once");
			}
		});
		Progress progress = Progress.of(hearing, life.publications());
		if (progress.received().isEmpty()) {
			report.violation(0, 0, hearing.listener() + " received " + hearing.deliveries()
					+ ", which does not lead from one publication to another");
		}
		else if (life.rest() != null && life.rest().settled() != 0) {
			long end = life.rest().publication();
			Hearing untilRest = new Hearing(hearing.listener(), hearing.joined(),
					hearing.deliveries().stream().filter((delivery) -> delivery.publication() <= end).toList());
			if (!Progress.of(untilRest, life.publications()).isAt(life.publication(end))) {
				report.violation(0, 0, hearing.listener() + " never received all until publication " + end);
			}
		}
	}

	/**
	 * Return whether a listener has received all that it has to receive.
	 * @param hearing what it received
	 * @param publications what was published
	 * @return whether it has
	 */
	public static boolean hasHeardAll(Hearing hearing, List<Publication> publications) {
		return Progress.of(hearing, publications)
			.isAt(publications.isEmpty() ? null : publications.get(publications.size() - 1));
	}

	/**
	 * The events that one publication asks for after another; not by the library's code.
	 */
	private static List<Delivery.Kind> differences(@Nullable Publication before, @Nullable Publication after) {
		List<Delivery.Kind> kinds = new ArrayList<>();
		if (!Objects.equals((before != null) ? before.leader() : null, (after != null) ? after.leader() : null)) {
			kinds.add(Delivery.Kind.LEADER);
		}
		if (!registrations(before).equals(registrations(after))) {
			kinds.add(Delivery.Kind.MASTERS);
		}
		return kinds;
	}

	private static List<Seen> registrations(@Nullable Publication publication) {
		return (publication != null) ? publication.registrations() : List.of();
	}

	/**
	 * How far a listener has come.
	 *
	 * @param received what it may have received last: of one that joined late it is not
	 * known what it could read then; none when its events cannot be explained
	 * @param complete whether it has received all events of the last one
	 */
	private record Progress(List<Optional<Publication>> received, boolean complete) {

		static Progress of(Hearing hearing, List<Publication> publications) {
			Map<Long, Publication> numbered = new HashMap<>();
			publications.forEach((publication) -> numbered.put(publication.number(), publication));
			List<Optional<Publication>> joined = new ArrayList<>(List.of(Optional.empty()));
			publications.stream()
				.filter((publication) -> publication.number() <= hearing.joined())
				.map(Optional::of)
				.forEach(joined::add);
			Progress progress = new Progress(joined, true);
			Map<Long, List<Delivery.Kind>> groups = new LinkedHashMap<>();
			long last = 0;
			for (Delivery delivery : hearing.deliveries()) {
				if (delivery.publication() < last) {
					return new Progress(List.of(), false);
				}
				last = delivery.publication();
				groups.computeIfAbsent(last, (number) -> new ArrayList<>()).add(delivery.kind());
			}
			for (Map.Entry<Long, List<Delivery.Kind>> group : groups.entrySet()) {
				progress = progress.next(numbered.get(group.getKey()), group.getValue());
			}
			return progress;
		}

		private Progress next(@Nullable Publication publication, List<Delivery.Kind> kinds) {
			if (!this.complete || publication == null) {
				return new Progress(List.of(), false);
			}
			List<List<Delivery.Kind>> expected = this.received.stream()
				.map((before) -> differences(before.orElse(null), publication))
				.toList();
			boolean all = expected.contains(kinds);
			boolean begun = expected.stream()
				.anyMatch((events) -> events.size() > kinds.size() && events.subList(0, kinds.size()).equals(kinds));
			return new Progress((all || begun) ? List.of(Optional.of(publication)) : List.of(), all);
		}

		boolean isAt(@Nullable Publication end) {
			return this.complete
					&& this.received.stream().anyMatch((last) -> differences(last.orElse(null), end).isEmpty());
		}

	}

}
