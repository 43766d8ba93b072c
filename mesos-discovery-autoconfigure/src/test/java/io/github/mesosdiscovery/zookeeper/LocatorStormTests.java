package io.github.mesosdiscovery.zookeeper;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a thousand changes a second for ten seconds end in the right state, with
 * flat memory, whatever listeners do.
 */
class LocatorStormTests extends AbstractLocatorTests {

	private static final int PER_SECOND = 1000;

	/** The storm itself takes ten seconds; a starved machine makes it longer. */
	private static final int CHANGES = 10 * PER_SECOND;

	private static final long MEGABYTE = 1024 * 1024;

	@Test
	void finalStateIsRightAndMemoryStaysFlat() throws Exception {
		StormListeners prompt = new StormListeners();
		StormListeners.Blocking blocking = new StormListeners.Blocking();
		StormListeners.Throwing throwing = new StormListeners.Throwing();
		StormListeners.Asking asking = new StormListeners.Asking();
		StormListeners.Closing closing = new StormListeners.Closing();
		this.cluster.createPath();
		Storm storm = new Storm(this.cluster.client(), this.cluster.path());
		ZooKeeperMasterLocator locator = start(
				stormy().listener(prompt).listener(blocking).listener(throwing).listener(asking));
		ZooKeeperMasterLocator closed = start(stormy().listener(closing));
		storm.blow(CHANGES / 10, PER_SECOND);
		long before = used();
		storm.blow(CHANGES - CHANGES / 10, PER_SECOND);
		assertThat(storm.failures()).isZero();
		await().untilAsserted(() -> assertThat(znodes(locator.snapshot())).isEqualTo(storm.standing()));
		assertThat(used() - before).isLessThan(48 * MEGABYTE);
		List<MasterRegistration> end = locator.snapshot().registrations();
		for (StormListeners listener : List.of(prompt, throwing, asking)) {
			await().untilAsserted(() -> assertThat(listener.last()).isEqualTo(end));
			assertThat(listener.received.get()).isGreaterThan(CHANGES / 30);
		}
		assertThat(blocking.received).hasValue(1);
		blocking.release.countDown();
		await().untilAsserted(() -> assertThat(blocking.last()).isEqualTo(end));
		// The two events of what it received first, and the two to the end.
		assertThat(blocking.received.get()).isLessThanOrEqualTo(4);
		assertThat(closing.closed.getCount()).isZero();
		assertThat(closing.received).hasValue(100);
		assertThat(closed.isRunning()).isFalse();
	}

	private ZooKeeperMasterLocator.Builder stormy() {
		return ZooKeeperMasterLocator.builder(this.cluster.mechanism()).sessionTimeout(Duration.ofSeconds(20));
	}

	private static List<String> znodes(MasterSnapshot snapshot) {
		Stream<MasterRegistration> registrations = snapshot.registrations().stream();
		return registrations.map(MasterRegistration::znode).toList();
	}

	/** The reachable memory: the server's own queues are empty then. */
	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
