package io.github.mesosdiscovery.history.invariant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.mesosdiscovery.history.trace.Chain;
import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;

/**
 * Every listener hears the same events in the same order, none left out, one at a time.
 * One that joins late goes on from what it can read then. Who asks for changes gets each
 * time a later one.
 */
public final class TotalOrder implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		List<Event> events = events(life.publications());
		for (Hearing hearing : life.hearings()) {
			check(hearing, events, life, report);
		}
		for (Chain chain : life.chains()) {
			Invariant.pairs(chain.publications(), (one, other) -> {
				if (other <= one) {
					report.violation(0, 0, chain.caller() + " got publication " + other + " after " + one);
				}
			});
		}
	}

	private static void check(Hearing hearing, List<Event> events, Life life, Report report) {
		List<Event> heard = hearing.deliveries()
			.stream()
			.map((delivery) -> new Event(delivery.publication(), delivery.kind()))
			.toList();
		Invariant.pairs(hearing.deliveries(), (one, other) -> {
			if (other.begun() < one.ended()) {
				report.violation(one.begun(), other.ended(), hearing.listener() + " heard two events at once");
			}
		});
		int first = heard.isEmpty() ? 0 : events.indexOf(heard.get(0));
		if (first < 0 || !events.subList(first, Math.min(events.size(), first + heard.size())).equals(heard)) {
			report.violation(0, 0, hearing.listener() + " heard " + heard + " of " + events);
			return;
		}
		long missed = events.subList(0, first)
			.stream()
			.filter((event) -> event.publication() > hearing.joined())
			.count();
		if (!heard.isEmpty() && missed > 0) {
			report.violation(0, 0, hearing.listener() + " missed " + missed + " events after it joined");
		}
		if (life.rest() != null && life.rest().settled() != 0) {
			long end = life.rest().publication();
			if (!hasHeardAll(hearing,
					life.publications().stream().filter((publication) -> publication.number() <= end).toList())) {
				report.violation(0, 0, hearing.listener() + " never heard all until publication " + end);
			}
		}
	}

	/**
	 * Return whether a listener has heard all that it has to hear.
	 * @param hearing what it heard
	 * @param publications what was published
	 * @return whether it has
	 */
	public static boolean hasHeardAll(Hearing hearing, List<Publication> publications) {
		Set<Event> heard = new HashSet<>();
		hearing.deliveries().forEach((delivery) -> heard.add(new Event(delivery.publication(), delivery.kind())));
		return events(publications).stream()
			.filter((event) -> event.publication() > hearing.joined())
			.allMatch(heard::contains);
	}

	/** The events that the publications ask for; on purpose not by the library's code. */
	private static List<Event> events(List<Publication> publications) {
		List<Event> events = new ArrayList<>();
		Publication before = null;
		for (Publication after : publications) {
			if (!Objects.equals((before != null) ? before.leader() : null, after.leader())) {
				events.add(new Event(after.number(), Delivery.Kind.LEADER));
			}
			if (!((before != null) ? before.registrations() : List.of()).equals(after.registrations())) {
				events.add(new Event(after.number(), Delivery.Kind.MASTERS));
			}
			before = after;
		}
		return events;
	}

	private record Event(long publication, Delivery.Kind kind) {
	}

}
