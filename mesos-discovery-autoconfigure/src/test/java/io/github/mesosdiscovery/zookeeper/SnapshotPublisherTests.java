package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.election.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SnapshotPublisherTests {

	private final MasterSnapshot initial = new Scenario().snapshot();

	private final SnapshotPublisher publisher = new SnapshotPublisher(new NoLocator(), this.initial);

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
		Recorder others = new Recorder();
		this.publisher.add(slow);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> heard.size() == 1);
		this.publisher.publish(snapshot(2), System.nanoTime());
		this.publisher.remove(slow);
		this.release.countDown();
		this.publisher.add(others);
		this.publisher.publish(snapshot(3), System.nanoTime());
		await().until(() -> others.masters.size() == 1);
		await().during(Duration.ofMillis(100)).until(() -> heard.size() == 1);
	}

	@Test
	void aChangeIsNeverTheReadingThatWasSeen() throws Exception {
		AtomicInteger same = new AtomicInteger();
		AtomicInteger asked = new AtomicInteger();
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				CompletableFuture<MasterSnapshot> next = SnapshotPublisherTests.this.publisher
					.changedFrom(event.getSnapshot());
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
	@DisplayName("#66 A listener that throws receives the next event")
	void aListenerThatThrowsReceivesTheNextEvent() {
		AtomicInteger received = new AtomicInteger();
		this.publisher.add(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				received.incrementAndGet();
				throw new AssertionError("on purpose");
			}

		});
		for (int i = 1; i <= 3; i++) {
			this.publisher.publish(snapshot(i), System.nanoTime());
			int expected = i;
			await().until(() -> received.get() == expected);
		}
	}

	@Test
	void aSlowListenerReceivesTheDifferenceToWhatItReceivedLast() {
		Slow slow = new Slow();
		Recorder other = new Recorder();
		this.publisher.add(slow);
		this.publisher.add(other);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> slow.leaders.size() == 1);
		for (int i = 2; i <= 10_000; i++) {
			this.publisher.publish(snapshot(i), System.nanoTime());
		}
		await().until(() -> !other.leaders.isEmpty() && epoch(other) == 10_000);
		assertThat(slow.leaders).hasSize(1);
		this.release.countDown();
		await().until(() -> slow.masters.size() == 2);
		assertThat(slow.leaders).hasSize(2);
		assertThat(slow.leaders.get(1).getPrevious()).isEqualTo(slow.leaders.get(0).getLeader());
		assertThat(slow.masters.get(1).getPrevious()).isEqualTo(slow.masters.get(0).getSnapshot().registrations());
		assertThat(epoch(slow)).isEqualTo(10_000);
	}

	@Test
	void aChangeThatIsOverBeforeItCouldBeDeliveredIsSkipped() {
		Slow slow = new Slow();
		this.publisher.add(slow);
		MasterSnapshot first = snapshot(1);
		this.publisher.publish(first, System.nanoTime());
		await().until(() -> slow.leaders.size() == 1);
		this.publisher.publish(snapshot(2), System.nanoTime());
		this.publisher.publish(first, System.nanoTime());
		this.release.countDown();
		await().until(() -> slow.masters.size() == 1);
		this.publisher.publish(snapshot(3), System.nanoTime());
		await().until(() -> slow.leaders.size() == 2);
		assertThat(slow.leaders.get(1).getPrevious()).isEqualTo(first.leader());
	}

	@Test
	void aBoundedNumberOfThreadsTellsAnyNumberOfListenersAndCallers() {
		List<Recorder> listeners = Stream.generate(Recorder::new).limit(1_000).toList();
		listeners.forEach(this.publisher::add);
		List<CompletableFuture<MasterSnapshot>> callers = Stream
			.generate(() -> this.publisher.changedFrom(this.initial))
			.limit(20_000)
			.toList();
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		AtomicInteger told = new AtomicInteger();
		callers.forEach((caller) -> caller.thenAccept((snapshot) -> {
			threads.add(Thread.currentThread());
			told.incrementAndGet();
		}));
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> told.get() == callers.size());
		await().until(() -> listeners.stream().allMatch((listener) -> listener.leaders.size() == 1));
		assertThat(threads).doesNotContain(Thread.currentThread())
			.hasSizeLessThanOrEqualTo(SnapshotPublisher.MAX_THREADS);
	}

	@Test
	void withoutAThreadListenersAndCallersAreToldLater() {
		Slow slow = new Slow();
		Recorder listener = new Recorder();
		this.publisher.add(slow);
		this.publisher.publish(snapshot(1), System.nanoTime());
		await().until(() -> slow.leaders.size() == 1);
		CompletableFuture<MasterSnapshot> caller = this.publisher.changedFrom(this.publisher.snapshot());
		try (NoThreads refused = NoThreads.of("publisher")) {
			// They take the thread that may still be idle.
			this.publisher.add(new Slow());
			this.publisher.add(new Slow());
			this.publisher.add(listener);
			this.publisher.publish(snapshot(2), System.nanoTime());
			await().until(() -> refused.refusals() > 0);
		}
		assertThat(caller).isNotDone();
		assertThat(listener.leaders).isEmpty();
		this.publisher.resume();
		await().until(() -> caller.isDone() && listener.leaders.size() == 1);
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

	private static long epoch(Recorder recorder) {
		return recorder.leaders.get(recorder.leaders.size() - 1).getLeader().orElseThrow().epoch();
	}

	private static MasterSnapshot snapshot(long epoch) {
		MesosMaster master = Scenario.master(A, epoch, "1.11.0");
		return new MasterSnapshot(new Scenario().snapshot().connection(), List.of(master), List.of(), null);
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Holds on to its first event. */
	private final class Slow extends Recorder {

		@Override
		public void leaderChanged(LeaderChangedEvent event) {
			super.leaderChanged(event);
			awaitRelease();
		}

	}

}
