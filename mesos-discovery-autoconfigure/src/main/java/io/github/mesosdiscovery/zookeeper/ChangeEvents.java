package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.election.Registrations;

import org.springframework.context.ApplicationEvent;

/**
 * The events that lead from one snapshot to another.
 */
final class ChangeEvents {

	private ChangeEvents() {
	}

	static List<ApplicationEvent> between(MesosMasterLocator source, MasterSnapshot before, MasterSnapshot after) {
		List<ApplicationEvent> events = new ArrayList<>(2);
		if (!Registrations.isSameLeader(before, after)) {
			events.add(new LeaderChangedEvent(source, before.leader().orElse(null), reason(after), after));
		}
		if (!Registrations.isSame(before.registrations(), after.registrations())) {
			events.add(new MastersChangedEvent(source, before.registrations(), after));
		}
		return events;
	}

	static Reason reason(MasterSnapshot after) {
		return Reason.of(after.problem().map(MasterProblem::kind).orElse(null));
	}

}
