package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.RecordingMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import io.github.mesosdiscovery.test.SimulatedMaster;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a locator reports to metrics listeners.
 */
class LocatorMetricsListenerTests extends AbstractLocatorTests {

	private static final List<ACL> NOBODY = List.of(new ACL(ZooDefs.Perms.ALL, new Id("ip", "192.0.2.1")));

	private final RecordingMetricsListener metrics = new RecordingMetricsListener();

	@Test
	void readsAndChangesAreReported() {
		this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = startMetered(builder().sessionTimeout(Duration.ofSeconds(8)));
		awaitSettled(locator, 2);
		await().until(() -> reads(Read.LIST, Outcome.SUCCESS) == 1 && reads(Read.GET, Outcome.SUCCESS) == 2);
		await().until(() -> reads(Read.HEARTBEAT, Outcome.SUCCESS) > 1);
		int published = this.metrics.times.size();
		long begun = System.nanoTime();
		this.cluster.killLeader();
		awaitLeader(locator, second.znode());
		await().until(() -> this.metrics.times.size() == published + 1);
		assertThat(this.metrics.times.get(published)).isBetween(1L, System.nanoTime() - begun);
		await().until(() -> reads(Read.LIST, Outcome.SUCCESS) == 2);
		this.cluster.killLeader();
		await().untilAsserted(() -> assertThat(this.metrics.reasons).containsExactly(Reason.ELECTED, Reason.ELECTED,
				Reason.NO_MASTERS));
		assertThat(reads(Read.GET, Outcome.SUCCESS)).isEqualTo(2);
	}

	@Test
	void missingPathIsReported() {
		ZooKeeperMasterLocator locator = startMetered(builder());
		awaitProblem(locator, Kind.NO_PATH);
		await().until(() -> reads(Read.LIST, Outcome.MISSING) == 1 && reads(Read.EXISTS, Outcome.MISSING) == 1);
		await().until(() -> reads(Read.HEARTBEAT, Outcome.MISSING) > 0);
		this.cluster.createPath();
		await().until(() -> reads(Read.LIST, Outcome.SUCCESS) == 1);
	}

	@Test
	void deniedReadsAreReported() {
		this.cluster.startMaster();
		this.cluster.setAcl(this.cluster.path(), NOBODY);
		ZooKeeperMasterLocator locator = startMetered(builder());
		awaitProblem(locator, Kind.NOT_AUTHORIZED);
		await().until(() -> reads(Read.LIST, Outcome.DENIED) > 0 && reads(Read.HEARTBEAT, Outcome.DENIED) > 0);
		assertThat(this.metrics.reasons).isEmpty();
		assertThat(reads(Read.LIST, Outcome.SUCCESS)).isZero();
	}

	@Test
	void listenerStaysThroughARestart() {
		String elected = "ELECTED " + this.cluster.startMaster().znode();
		ZooKeeperMasterLocator locator = startMetered(builder());
		await().until(() -> this.metrics.times.size() == 1);
		locator.close();
		locator.start();
		await().until(() -> this.metrics.times.size() == 2);
		locator.removeMetricsListener(this.metrics);
		this.cluster.killLeader();
		awaitChanges(elected, elected, "NO_MASTERS none");
		assertThat(this.metrics.reasons).hasSize(2);
	}

	@Test
	void listenerThatAlwaysThrowsAffectsNothing() {
		this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = build(builder());
		locator.addMetricsListener(new LocatorMetricsListener() {

			@Override
			public void readEnded(Read read, Outcome outcome) {
				throw new IllegalStateException("on purpose");
			}

			@Override
			public void leaderChanged(Reason reason) {
				throw new NoSuchMethodError("on purpose");
			}

			@Override
			public void published(long nanos) {
				throw new AssertionError("on purpose");
			}

		});
		locator.start();
		awaitSettled(locator, 2);
		this.cluster.killLeader();
		awaitLeader(locator, second.znode());
		SimulatedMaster third = this.cluster.startMaster();
		await().until(() -> masters(locator).equals(List.of(second.znode(), third.znode())));
		await().until(() -> this.recorder.changes().size() == 2 && this.recorder.masters.size() >= 3);
	}

	@Test
	void fixedMasterIsOneChange() {
		ZooKeeperMasterLocator locator = startMetered(
				ZooKeeperMasterLocator.builder("127.0.0.1:5050").listener(this.recorder));
		await().until(() -> this.metrics.times.size() == 1);
		assertThat(this.metrics.reasons).containsExactly(Reason.ELECTED);
		assertThat(locator.leader()).isPresent();
	}

	private ZooKeeperMasterLocator startMetered(ZooKeeperMasterLocator.Builder builder) {
		ZooKeeperMasterLocator locator = build(builder);
		locator.addMetricsListener(this.metrics);
		locator.start();
		return locator;
	}

	private int reads(Read read, Outcome outcome) {
		return this.metrics.reads(read, outcome);
	}

}
