package io.github.mesosdiscovery.zookeeper.election;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.LeaderChange;

/**
 * The last changes of the leader (internal).
 */
public final class LeaderChanges {

	private static final int MAX = 16;

	private LeaderChanges() {
	}

	/** Return the changes with one more, without the oldest one if there are too many. */
	public static List<LeaderChange> append(List<LeaderChange> changes, LeaderChange change) {
		List<LeaderChange> appended = new ArrayList<>(changes);
		if (appended.size() == MAX) {
			appended.remove(0);
		}
		appended.add(change);
		return appended;
	}

}
