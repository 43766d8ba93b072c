package io.github.mesosdiscovery.history;

import java.util.EnumSet;
import java.util.Set;

import io.github.mesosdiscovery.zookeeper.PlantedBug;

/**
 * Mistakes in when something is published.
 */
class PlantedTimeBugIT extends AbstractPlantedBugIT {

	static Set<PlantedBug> bugs() {
		return EnumSet.of(PlantedBug.WALL_CLOCK_TIMER, PlantedBug.LEADER_KEPT, PlantedBug.CONTACT_BY_CONNECTION,
				PlantedBug.COMMAND_FORGOTTEN, PlantedBug.WITHDRAWN_AT_ONCE);
	}

}
