package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Scenario;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.RecordingMetricsListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How long a publication takes, told when its last listener has returned.
 */
class DeliveryTimeTests {

	private static final int MANY = 1_000;

	private static final long HOUR = TimeUnit.HOURS.toNanos(1);

	private final MasterSnapshot initial = new Scenario().snapshot();

	private final SnapshotPublisher publisher = new SnapshotPublisher(new NoLocator(), this.initial);

	private final RecordingMetricsListener observer = new RecordingMetricsListener();

	private final Recorder quick = new Recorder();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	/** Holds on to its last event of the first publication. */
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
		this.publisher.open(this.initial, "publisher");
		this.publisher.metricsListeners().add(this.observer);
	}

	@AfterEach
	void close() {
		this.release.countDown();
		this.publisher.close(this.initial);
		this.publisher.release();
	}

	@Test
	void theLastListenerEndsThePublication() throws InterruptedException {
		this.publisher.add(this.slow);
		this.publisher.add(this.quick);
		this.publisher.publish(snapshot(1), System.nanoTime() - HOUR);
		this.reached.await();
		await().until(() -> this.quick.masters.size() == 1);
		assertThat(this.observer.times).isEmpty();
		this.release.countDown();
		await().until(() -> this.observer.times.size() == 1);
		assertThat(this.observer.times.get(0)).isBetween(HOUR, 2 * HOUR);
	}

	@Test
	void aListenerThatThrowsHasReturned() {
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				throw new IllegalStateException("on purpose");
			}

		});
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> this.observer.times.size() == 1);
	}

	@Test
	void aChangeThatNobodyIsToldOfTakesNoTime() {
		this.publisher.add(this.quick);
		this.publisher.publish(
				new MasterSnapshot(new MasterConnection(ConnectionState.RECONNECTING, "zk1:2181", "/mesos",
						this.initial.connection().since(), null), List.of(), List.of(), null),
				System.nanoTime() - HOUR);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> this.observer.times.size() == 1);
		assertThat(this.observer.times.get(0)).isLessThan(HOUR);
	}

	@Test
	void theOldestUndeliveredChangeCounts() throws InterruptedException {
		this.publisher.add(this.slow);
		this.publisher.publish(snapshot(1), System.nanoTime() - HOUR);
		this.reached.await();
		for (int i = 0; i < MANY; i++) {
			this.publisher.publish(snapshot(2 + i), System.nanoTime());
		}
		this.release.countDown();
		await().until(() -> this.observer.times.size() == 1);
		assertThat(this.observer.times.get(0)).isBetween(HOUR, 2 * HOUR);
		assertThat(this.observer.reasons).hasSize(1 + MANY);
	}

	@Test
	void withoutListenersThereIsNoTimeButAReason() {
		this.publisher.publish(snapshot(1), System.nanoTime());
		assertThat(this.observer.reasons).containsExactly(LeaderChangedEvent.Reason.ELECTED);
		assertThat(this.observer.times).isEmpty();
	}

	@Test
	void anObserverThatThrowsKeepsNoListenerFromTheNextEvent() {
		this.publisher.metricsListeners().add(new LocatorMetricsListener() {

			@Override
			public void published(long nanos) {
				throw new IllegalStateException("on purpose");
			}

		});
		this.publisher.add(this.quick);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> this.observer.times.size() == 1);
		this.publisher.publish(snapshot(2), System.nanoTime());
		await().until(() -> this.observer.times.size() == 2 && this.quick.leaders.size() == 2);
	}

	private MasterSnapshot snapshot(long epoch) {
		return new MasterSnapshot(this.initial.connection(), List.of(Scenario.master(A, epoch, "1.11.0")), List.of(),
				null);
	}

}
