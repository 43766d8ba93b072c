package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the name of the cluster without Spring.
 */
class LocatorClusterTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-    | -       | default | mesos-discovery
			east | -       | east    | mesos-discovery-east
			east | my-name | east    | my-name
			""", delimiter = '|')
	void locatorSnapshotEventsAndThreadsHaveTheName(@Nullable String cluster, @Nullable String name, String expected,
			String thread) {
		ZooKeeperMasterLocator.Builder builder = ZooKeeperMasterLocator.builder("127.0.0.1:5050");
		if (cluster != null) {
			builder.cluster(cluster);
		}
		if (name != null) {
			builder.name(name);
		}
		List<String> clusters = new CopyOnWriteArrayList<>();
		MesosMasterLocator locator = builder.build();
		locator.addListener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				clusters.add(event.getCluster() + " " + Thread.currentThread().getName());
			}

		});
		assertThat(locator.cluster()).isEqualTo(expected);
		try (ZooKeeperMasterLocator running = (ZooKeeperMasterLocator) locator) {
			running.start();
			assertThat(running.snapshot().cluster()).isEqualTo(expected);
			await().until(() -> clusters.size() == 1);
			assertThat(clusters.get(0)).startsWith(expected + " " + thread + "-events");
		}
		assertThat(locator.cluster()).isEqualTo(expected);
	}

}
