package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.RecordingMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the time that a {@link SnapshotPublisher} reports once the last listener has
 * returned.
 */
class DeliveryTimeTests {

	private static final int MANY = 1_000;

	private static final long HOUR = TimeUnit.HOURS.toNanos(1);

	private final MasterSnapshot initial = new StateMachineScenario().snapshot();

	private final SnapshotPublisher publisher = new SnapshotPublisher(new NoLocator(), this.initial);

	private final RecordingMetricsListener metrics = new RecordingMetricsListener();

	private final Recorder quick = new Recorder();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	/** Blocks in the last event of the first change. */
	private final MesosMasterListener slow = new MesosMasterListener() {

		@Override
		public void mastersChanged(MastersChangedEvent event) {
			DeliveryTimeTests.this.reached.countDown();
			try {
				DeliveryTimeTests.this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	};

	@BeforeEach
	void open() {
		this.publisher.open(this, this.initial, "publisher");
		this.publisher.metricsListeners().add(this.metrics);
	}

	@AfterEach
	void close() {
		this.release.countDown();
		this.publisher.close((last) -> this.initial);
		this.publisher.release();
	}

	@Test
	void timeEndsWhenTheLastListenerReturns() throws InterruptedException {
		this.publisher.add(this.slow);
		this.publisher.add(this.quick);
		publish(snapshot(1), HOUR);
		this.reached.await();
		await().until(() -> this.quick.masters.size() == 1);
		assertThat(this.metrics.times).isEmpty();
		this.release.countDown();
		await().until(() -> this.metrics.times.size() == 1);
		assertThat(this.metrics.times.get(0)).isBetween(HOUR, 2 * HOUR);
	}

	@Test
	void timeEndsWhenAListenerThrows() {
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				throw new IllegalStateException("on purpose");
			}

		});
		publish(snapshot(1), 0);
		await().until(() -> this.metrics.times.size() == 1);
	}

	@Test
	void snapshotWithoutAnEventIsNotMeasured() {
		this.publisher.add(this.quick);
		publish(new MasterSnapshot(new MasterConnection(ConnectionState.RECONNECTING, "zk1:2181", "/mesos",
				this.initial.connection().since(), null), List.of(), List.of(), null), HOUR);
		publish(snapshot(1), 0);
		await().until(() -> this.metrics.times.size() == 1);
		assertThat(this.metrics.times.get(0)).isLessThan(HOUR);
	}

	@Test
	void timeStartsWithTheOldestChangeThatWasNotDelivered() throws InterruptedException {
		this.publisher.add(this.slow);
		publish(snapshot(1), HOUR);
		this.reached.await();
		for (int i = 0; i < MANY; i++) {
			publish(snapshot(2 + i), 0);
		}
		this.release.countDown();
		await().until(() -> this.metrics.times.size() == 1);
		assertThat(this.metrics.times.get(0)).isBetween(HOUR, 2 * HOUR);
		assertThat(this.metrics.reasons).hasSize(1 + MANY);
	}

	@Test
	void changeWithoutListenersIsCountedButNotMeasured() {
		publish(snapshot(1), HOUR);
		assertThat(this.metrics.reasons).containsExactly(LeaderChangedEvent.Reason.ELECTED);
		assertThat(this.metrics.times).isEmpty();
		this.publisher.add(this.quick);
		publish(snapshot(2), 0);
		await().until(() -> this.metrics.times.size() == 1);
		assertThat(this.metrics.times.get(0)).isLessThan(HOUR);
	}

	@Test
	void metricsListenerThatThrowsAffectsNoListener() {
		this.publisher.metricsListeners().add(new LocatorMetricsListener() {

			@Override
			public void published(long nanos) {
				throw new IllegalStateException("on purpose");
			}

		});
		this.publisher.add(this.quick);
		publish(snapshot(1), 0);
		await().until(() -> this.metrics.times.size() == 1);
		publish(snapshot(2), 0);
		await().until(() -> this.metrics.times.size() == 2 && this.quick.leaders.size() == 2);
	}

	private void publish(MasterSnapshot snapshot, long age) {
		this.publisher.publish(this, snapshot, System.nanoTime() - age);
	}

	private MasterSnapshot snapshot(long epoch) {
		return new MasterSnapshot(this.initial.connection(), List.of(StateMachineScenario.master(A, epoch, "1.11.0")),
				List.of(), null);
	}

}
