package io.github.mesosdiscovery.benchmarks.startup;

import java.util.List;

import io.github.mesosdiscovery.benchmarks.startup.StartProfile.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Part}.
 */
class PartTests {

	private static final String MAIN = "io.github.mesosdiscovery.benchmarks.startup.application.StartupApplication";

	private static final String BEANS = "org.springframework.beans.factory.support.DefaultListableBeanFactory";

	private static final String PROPERTIES = "org.springframework.boot.context.properties.bind.Binder";

	@Test
	void libraryCountsForAnyCaller() {
		assertThat(Part
			.of(List.of("java.util.HashMap", "io.github.mesosdiscovery.zookeeper.Scheduler", PROPERTIES, BEANS, MAIN)))
			.isEqualTo(Part.LIBRARY);
		assertThat(Part.of(List.of("org.apache.zookeeper.ZooKeeper", BEANS, MAIN))).isEqualTo(Part.LIBRARY);
	}

	@Test
	void applicationOfTheBenchmarkIsNotTheLibrary() {
		assertThat(Part.of(List.of("org.springframework.boot.SpringApplication", MAIN))).isEqualTo(Part.REST);
	}

	@Test
	void mostSpecialPartCounts() {
		assertThat(Part.of(List.of(PROPERTIES, BEANS, MAIN))).isEqualTo(Part.BINDING);
		assertThat(Part.of(List.of(BEANS, MAIN))).isEqualTo(Part.BEANS);
	}

	@Test
	void unknownStackIsTheRest() {
		assertThat(Part.of(List.of())).isEqualTo(Part.REST);
	}

}
