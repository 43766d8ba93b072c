package io.github.mesosdiscovery.history;

import java.util.stream.Stream;

import io.github.mesosdiscovery.zookeeper.PlantedBug;

/**
 * Mistakes in what is published or requested.
 */
class PlantedBugIT extends AbstractPlantedBugIT {

	static Stream<PlantedBug> bugs() {
		return Stream.of(PlantedBug.values()).filter((bug) -> !isOfTime(bug));
	}

}
