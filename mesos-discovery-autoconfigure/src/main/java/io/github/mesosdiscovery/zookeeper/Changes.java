package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.context.ApplicationEvent;

/**
 * The events that tell of the way from one snapshot to the next.
 */
final class Changes {

	private Changes() {
	}

	static List<ApplicationEvent> between(MesosMasterLocator source, MasterSnapshot before, MasterSnapshot after) {
		List<ApplicationEvent> events = new ArrayList<>(2);
		if (!Snapshots.isSameLeader(before, after)) {
			events.add(new LeaderChangedEvent(source, before.leader().orElse(null), reason(after), after));
		}
		if (!ReadRegistrations.isSame(before.registrations(), after.registrations())) {
			events.add(new MastersChangedEvent(source, before.registrations(), after));
		}
		return events;
	}

	private static Reason reason(MasterSnapshot after) {
		return after.problem().map(MasterProblem::kind).map((kind) -> switch (kind) {
			case NO_PATH, NO_MASTERS -> Reason.NO_MASTERS;
			case UNREADABLE -> Reason.UNREADABLE;
			case NOT_AUTHORIZED -> Reason.NOT_AUTHORIZED;
			case DISCONNECTED -> Reason.DISCONNECTED;
		}).orElse(Reason.ELECTED);
	}

}
