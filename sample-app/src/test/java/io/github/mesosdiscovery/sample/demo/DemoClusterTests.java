package io.github.mesosdiscovery.sample.demo;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DemoCluster}.
 */
@Timeout(60)
class DemoClusterTests {

	@Test
	void startsThreeMasters() {
		try (DemoCluster demo = DemoCluster.start(Duration.ofHours(1)); ZooKeeperMasterLocator locator = follow(demo)) {
			Awaitility.await().until(() -> locator.masters().size() == 3);
			assertThat(locator.masters()).extracting(MesosMaster::port).doesNotHaveDuplicates();
		}
	}

	@Test
	void startsBesideAnother() {
		try (DemoCluster demo = DemoCluster.start(Duration.ofHours(1));
				DemoCluster other = DemoCluster.start(Duration.ofHours(1));
				ZooKeeperMasterLocator locator = follow(demo);
				ZooKeeperMasterLocator otherLocator = follow(other)) {
			Awaitility.await().until(() -> locator.masters().size() == 3 && otherLocator.masters().size() == 3);
			assertThat(Stream.concat(locator.masters().stream(), otherLocator.masters().stream()))
				.extracting(MesosMaster::port)
				.doesNotHaveDuplicates();
		}
	}

	@Test
	void replacesItsLeaderAgainAndAgain() {
		try (DemoCluster demo = DemoCluster.start(Duration.ofMillis(200));
				ZooKeeperMasterLocator locator = follow(demo)) {
			Set<Long> epochs = new TreeSet<>();
			Awaitility.await().until(() -> {
				locator.leader().ifPresent((leader) -> epochs.add(leader.epoch()));
				return epochs.size() > 4;
			});
			Awaitility.await().until(() -> locator.masters().size() == 3);
		}
	}

	@Test
	void leavesNothingRunning() {
		// Contexts of other tests, with clusters of their own, are kept.
		Set<Thread> before = threads();
		DemoCluster demo = DemoCluster.start(Duration.ofMillis(50));
		Set<Thread> started = threads();
		started.removeAll(before);
		assertThat(started).isNotEmpty();
		demo.close();
		demo.close();
		Awaitility.await().untilAsserted(() -> assertThat(before).containsAll(threads()));
	}

	private static ZooKeeperMasterLocator follow(DemoCluster demo) {
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(demo.url()).build();
		locator.start();
		return locator;
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().matches("mesos-demo|SyncThread.*|SessionTracker|NIOServerCxn.*"))
			.collect(Collectors.toSet());
	}

}
