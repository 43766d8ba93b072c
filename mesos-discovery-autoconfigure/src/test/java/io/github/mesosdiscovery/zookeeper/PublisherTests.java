package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.Scenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PublisherTests {

	private final MasterSnapshot initial = new Scenario().snapshot;

	private final Publisher publisher = new Publisher(new Scenario.NoLocator(), this.initial);

	private final CountDownLatch release = new CountDownLatch(1);

	@BeforeEach
	void open() {
		this.publisher.open(this.initial, "publisher");
	}

	@AfterEach
	void close() {
		this.release.countDown();
		this.publisher.close(this.initial);
		this.publisher.release();
	}

	@Test
	void aListenerThatWasRemovedHearsNothingThatWaited() {
		List<LeaderChangedEvent> heard = new CopyOnWriteArrayList<>();
		MesosMasterListener slow = new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				heard.add(event);
				awaitRelease();
			}

		};
		CountDownLatch others = new CountDownLatch(3);
		this.publisher.add(slow);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> heard.size() == 1);
		this.publisher.publish(snapshot(2), System.nanoTime());
		this.publisher.remove(slow);
		this.release.countDown();
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				others.countDown();
			}

		});
		for (int i = 0; i < 3; i++) {
			this.publisher.publish(snapshot(3 + i), System.nanoTime());
		}
		await().until(() -> others.getCount() == 0);
		await().during(Duration.ofMillis(100)).until(() -> heard.size() == 1);
	}

	@Test
	void aChangeIsNeverTheReadingThatWasSeen() throws Exception {
		AtomicInteger same = new AtomicInteger();
		AtomicInteger asked = new AtomicInteger();
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				CompletableFuture<MasterSnapshot> next = PublisherTests.this.publisher.changedFrom(event.getSnapshot());
				next.thenAccept((snapshot) -> same.addAndGet((snapshot == event.getSnapshot()) ? 1 : 0));
				asked.incrementAndGet();
			}

		});
		int changes = 3_000;
		for (int i = 1; i <= changes; i++) {
			this.publisher.publish(snapshot(i), System.nanoTime());
			int expected = i;
			while (asked.get() < expected) {
				Thread.onSpinWait();
			}
		}
		assertThat(same).hasValue(0);
	}

	@Test
	void oneThreadWaitsForEventsHoweverLongItTakes() {
		this.publisher.prepare();
		await().until(() -> waiting().size() == 1);
		List<Thread> before = waiting();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				threads.add(Thread.currentThread());
			}

		});
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> threads.size() == 1);
		assertThat(threads).isEqualTo(before);
		await().until(() -> waiting().equals(before));
	}

	@Test
	void noThreadIsPreparedAfterTheEnd() {
		this.publisher.close(this.initial);
		this.publisher.release();
		this.publisher.prepare();
		await().until(() -> Resources.threads("publisher-events") == 0);
	}

	@Test
	void whoIsCancelledDoesNotHoldUpTheClose() throws Exception {
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CompletableFuture<MasterSnapshot> change = this.publisher.changedFrom(this.initial);
		change.whenComplete((snapshot, ex) -> {
			threads.add(Thread.currentThread());
			awaitRelease();
		});
		CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
			this.publisher.close(this.initial);
			this.publisher.release();
		});
		try {
			closed.get(5, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			this.release.countDown();
			throw ex;
		}
		assertThat(change).isCancelled();
		await().until(() -> threads.size() == 1);
		assertThat(threads.get(0).getName()).startsWith("publisher-events");
	}

	/** The threads that wait without an end, and not for a time only. */
	private static List<Thread> waiting() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("publisher-events"))
			.filter((thread) -> thread.getState() == Thread.State.WAITING)
			.toList();
	}

	private static MasterSnapshot snapshot(long epoch) {
		MesosMaster master = Scenario.master(A, epoch, "1.11.0");
		return new MasterSnapshot(new Scenario().snapshot.connection(), List.of(master), List.of(), null);
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
