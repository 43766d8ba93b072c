package io.github.mesosdiscovery.zookeeper;

import java.util.Deque;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;

/**
 * Joins the events that wait for a slow listener, so that their number is bounded and the
 * final state is not lost: one event of each kind is left, from the first event's past to
 * the last one's present. Of the receipts, the one that has waited longest is.
 */
final class EventJoiner {

	private EventJoiner() {
	}

	static void join(Deque<ApplicationEvent> events) {
		LeaderChangedEvent leader = joinLeader(ofType(events, LeaderChangedEvent.class));
		MastersChangedEvent masters = joinMasters(ofType(events, MastersChangedEvent.class));
		List<Receipt> receipts = ofType(events, Receipt.class);
		events.clear();
		if (leader != null && !isBackAgain(leader)) {
			events.add(leader);
		}
		if (masters != null) {
			events.add(masters);
		}
		if (!receipts.isEmpty()) {
			events.add(receipts.get(0));
		}
	}

	private static @Nullable LeaderChangedEvent joinLeader(List<LeaderChangedEvent> events) {
		if (events.isEmpty()) {
			return null;
		}
		LeaderChangedEvent last = events.get(events.size() - 1);
		return new LeaderChangedEvent(last.getSource(), events.get(0).getPrevious().orElse(null), last.getReason(),
				last.getSnapshot());
	}

	/** Whether the leader is what it was at first, so that there is nothing to tell. */
	private static boolean isBackAgain(LeaderChangedEvent joined) {
		return joined.getPrevious().isPresent() == joined.getLeader().isPresent()
				&& joined.getPrevious().map((previous) -> Slot.isSame(previous, joined.getLeader().get())).orElse(true);
	}

	private static @Nullable MastersChangedEvent joinMasters(List<MastersChangedEvent> events) {
		if (events.isEmpty()) {
			return null;
		}
		MastersChangedEvent last = events.get(events.size() - 1);
		return new MastersChangedEvent(last.getSource(), events.get(0).getPrevious(), last.getSnapshot());
	}

	private static <T extends ApplicationEvent> List<T> ofType(Deque<ApplicationEvent> events, Class<T> type) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
