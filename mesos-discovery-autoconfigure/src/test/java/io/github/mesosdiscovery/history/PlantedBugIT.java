package io.github.mesosdiscovery.history;

import java.util.EnumSet;
import java.util.Set;

import io.github.mesosdiscovery.zookeeper.PlantedBug;

/**
 * Mistakes in what is published or requested: all that are not in
 * {@link PlantedTimeBugIT}.
 */
class PlantedBugIT extends AbstractPlantedBugIT {

	static Set<PlantedBug> bugs() {
		return EnumSet.complementOf(EnumSet.copyOf(PlantedTimeBugIT.bugs()));
	}

}
