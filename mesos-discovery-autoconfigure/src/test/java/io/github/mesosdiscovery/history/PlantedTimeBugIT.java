package io.github.mesosdiscovery.history;

import java.util.stream.Stream;

import io.github.mesosdiscovery.zookeeper.PlantedBug;

/**
 * Mistakes in when something is published.
 */
class PlantedTimeBugIT extends AbstractPlantedBugIT {

	static Stream<PlantedBug> bugs() {
		return Stream.of(PlantedBug.values()).filter((bug) -> isOfTime(bug));
	}

}
