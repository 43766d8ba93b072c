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
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SnapshotPublisher}.
 */
class SnapshotPublisherTests {

	private final MasterSnapshot initial = new StateMachineScenario().snapshot();

	private final SnapshotPublisher publisher = new SnapshotPublisher(new NoLocator(), this.initial);

	private final CountDownLatch release = new CountDownLatch(1);

	private Object detector = new Object();

	@BeforeEach
	void open() {
		this.detector = new Object();
		this.publisher.open(this.detector, this.initial, "publisher");
	}

	@AfterEach
	void close() {
		this.release.countDown();
		closePublisher();
	}

	@Test
	void removedListenerReceivesNoFurtherEvent() {
		Slow slow = new Slow();
		Recorder other = new Recorder();
		this.publisher.add(slow);
		publish(1);
		await().until(() -> slow.leaders.size() == 1);
		publish(2);
		this.publisher.remove(slow);
		this.release.countDown();
		this.publisher.add(other);
		publish(3);
		await().until(() -> other.masters.size() == 1);
		await().during(Duration.ofMillis(100)).until(() -> slow.leaders.size() == 1 && slow.masters.isEmpty());
	}

	@Test
	void changedFromNeverReturnsTheSnapshotThatWasSeen() {
		AtomicInteger same = new AtomicInteger();
		AtomicInteger calls = new AtomicInteger();
		this.publisher.add(onLeader((event) -> {
			this.publisher.changedFrom(event.getSnapshot())
				.thenAccept((snapshot) -> same.addAndGet((snapshot == event.getSnapshot()) ? 1 : 0));
			calls.incrementAndGet();
		}));
		for (int i = 1; i <= 3_000; i++) {
			publish(i);
			while (calls.get() < i) {
				Thread.onSpinWait();
			}
		}
		assertThat(same).hasValue(0);
	}

	@Test
	void oneThreadWaitsForTheNextEvent() {
		await().until(() -> waitingThreads().size() == 1);
		List<Thread> before = waitingThreads();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		this.publisher.add(onLeader((event) -> threads.add(Thread.currentThread())));
		publish(1);
		await().until(() -> threads.size() == 1);
		assertThat(threads).isEqualTo(before);
		await().until(() -> waitingThreads().equals(before));
	}

	@Test
	@DisplayName("#66 A listener that throws receives the next event")
	void aListenerThatThrowsReceivesTheNextEvent() {
		AtomicInteger received = new AtomicInteger();
		this.publisher.add(onLeader((event) -> {
			received.incrementAndGet();
			throw new AssertionError("on purpose");
		}));
		for (int i = 1; i <= 3; i++) {
			publish(i);
			int expected = i;
			await().until(() -> received.get() == expected);
		}
	}

	@Test
	void listenerWhoseFailureCannotBeLoggedReceivesTheNextEvent() {
		AtomicInteger received = new AtomicInteger();
		this.publisher.add(onLeader((event) -> {
			received.incrementAndGet();
			throw new UnloggableException();
		}));
		try (LogLines lines = new LogLines(SnapshotPublisher.class.getName(), Level.WARN)) {
			for (int i = 1; i <= SnapshotPublisher.MAX_WORKERS + 1; i++) {
				publish(i);
				int expected = i;
				await().until(() -> received.get() == expected);
			}
			assertThat(lines.of(Level.WARN)).isEmpty();
		}
	}

	@Test
	void callerThatWaitedBeforeTheStartSeesIt() {
		MasterSnapshot closed = new StateMachineScenario().snapshot();
		SnapshotPublisher restarted = new SnapshotPublisher(new NoLocator(), closed);
		CompletableFuture<MasterSnapshot> change = restarted.changedFrom(closed);
		restarted.open(this.detector, this.initial, "restarted");
		assertThat(change).succeedsWithin(Duration.ofSeconds(10)).isSameAs(this.initial);
		restarted.close((last) -> closed);
		restarted.release();
	}

	@Test
	void slowListenerReceivesTheDifferenceToWhatItReceivedLast() {
		Slow slow = new Slow();
		Recorder other = new Recorder();
		this.publisher.add(slow);
		this.publisher.add(other);
		publish(1);
		await().until(() -> slow.leaders.size() == 1);
		for (int i = 2; i <= 10_000; i++) {
			publish(i);
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
	void changeThatIsOverBeforeItsDeliveryIsSkipped() {
		Slow slow = new Slow();
		this.publisher.add(slow);
		MasterSnapshot first = snapshot(1);
		publish(first);
		await().until(() -> slow.leaders.size() == 1);
		publish(2);
		publish(first);
		this.release.countDown();
		await().until(() -> slow.masters.size() == 1);
		publish(3);
		await().until(() -> slow.leaders.size() == 2);
		assertThat(slow.leaders.get(1).getPrevious()).isEqualTo(first.leader());
	}

	@Test
	void listenersThatBlockOccupyABoundedNumberOfThreads() {
		List<Slow> listeners = Stream.generate(Slow::new).limit(2 * SnapshotPublisher.MAX_WORKERS).toList();
		listeners.forEach(this.publisher::add);
		publish(1);
		await().until(() -> called(listeners) == SnapshotPublisher.MAX_WORKERS);
		publish(2);
		await().during(Duration.ofMillis(100)).until(() -> called(listeners) == SnapshotPublisher.MAX_WORKERS);
		this.release.countDown();
		await().until(
				() -> listeners.stream().allMatch((listener) -> !listener.leaders.isEmpty() && epoch(listener) == 2));
	}

	@Test
	void anyNumberOfListenersAndCallersIsNotifiedOnWorkerThreads() {
		List<Recorder> listeners = Stream.generate(Recorder::new).limit(1_000).toList();
		listeners.forEach(this.publisher::add);
		List<CompletableFuture<MasterSnapshot>> callers = Stream
			.generate(() -> this.publisher.changedFrom(this.initial))
			.limit(20_000)
			.toList();
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		AtomicInteger completed = new AtomicInteger();
		callers.forEach((caller) -> caller.thenAccept((snapshot) -> {
			threads.add(Thread.currentThread());
			completed.incrementAndGet();
		}));
		publish(1);
		await().until(() -> completed.get() == callers.size());
		await().until(() -> listeners.stream().allMatch((listener) -> listener.leaders.size() == 1));
		assertThat(threads).doesNotContain(Thread.currentThread())
			.hasSizeLessThanOrEqualTo(SnapshotPublisher.MAX_WORKERS);
	}

	@Test
	void withoutAThreadListenersAndCallersAreNotifiedLater() {
		Slow slow = new Slow();
		Recorder listener = new Recorder();
		this.publisher.add(slow);
		publish(1);
		await().until(() -> slow.leaders.size() == 1);
		CompletableFuture<MasterSnapshot> caller = this.publisher.changedFrom(this.publisher.snapshot());
		try (NoThreads refused = NoThreads.of("publisher")) {
			// They occupy the threads that may be idle.
			this.publisher.add(new Slow());
			this.publisher.add(new Slow());
			this.publisher.add(listener);
			publish(2);
			await().until(() -> refused.refusals() > 0);
		}
		assertThat(caller).isNotDone();
		assertThat(listener.leaders).isEmpty();
		this.publisher.resume();
		await().until(() -> caller.isDone() && listener.leaders.size() == 1);
	}

	@Test
	void callbackOfACancelledCallerDoesNotHoldUpTheClose() throws Exception {
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CompletableFuture<MasterSnapshot> blocking = this.publisher.changedFrom(this.initial);
		blocking.whenComplete((snapshot, ex) -> {
			threads.add(Thread.currentThread());
			awaitRelease();
		});
		CompletableFuture<MasterSnapshot> other = this.publisher.changedFrom(this.initial);
		CompletableFuture<Void> closed = CompletableFuture.runAsync(this::closePublisher);
		try {
			closed.get(5, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			this.release.countDown();
			throw ex;
		}
		assertThat(List.of(blocking, other)).allMatch(CompletableFuture::isCancelled);
		await().until(() -> threads.size() == 1);
		assertThat(threads.get(0).getName()).startsWith("publisher-events");
	}

	@Test
	void listenerAtWorkDuringARestartReceivesNothingOfTheEarlierRun() {
		Slow slow = new Slow(true);
		this.publisher.add(slow);
		publish(1);
		await().until(() -> slow.leaders.size() == 1);
		closePublisher();
		open();
		this.release.countDown();
		publish(2);
		await().until(() -> slow.masters.size() == 1);
		assertThat(slow.leaders).hasSize(2);
		assertThat(slow.masters.get(0).getSnapshot()).isSameAs(slow.leaders.get(1).getSnapshot());
	}

	@Test
	void publisherIgnoresADetectorThatWasClosed() {
		Object closed = this.detector;
		closePublisher();
		this.publisher.publish(closed, snapshot(1), System.nanoTime());
		open();
		this.publisher.publish(closed, snapshot(2), System.nanoTime());
		assertThat(this.publisher.snapshot()).isSameAs(this.initial);
	}

	private void publish(long epoch) {
		publish(snapshot(epoch));
	}

	private void publish(MasterSnapshot snapshot) {
		this.publisher.publish(this.detector, snapshot, System.nanoTime());
	}

	private void closePublisher() {
		this.publisher.close((last) -> this.initial);
		this.publisher.release();
	}

	/** The threads that wait without a timeout. */
	private static List<Thread> waitingThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("publisher-events"))
			.filter((thread) -> thread.getState() == Thread.State.WAITING)
			.toList();
	}

	private static long called(List<Slow> listeners) {
		return listeners.stream().filter((listener) -> !listener.leaders.isEmpty()).count();
	}

	private static long epoch(Recorder recorder) {
		return recorder.leaders.get(recorder.leaders.size() - 1).getLeader().orElseThrow().epoch();
	}

	private static MasterSnapshot snapshot(long epoch) {
		MesosMaster master = StateMachineScenario.master(A, epoch, "1.11.0");
		return new MasterSnapshot(new StateMachineScenario().snapshot().connection(), List.of(master), List.of(), null);
	}

	private static MesosMasterListener onLeader(Consumer<LeaderChangedEvent> action) {
		return new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				action.accept(event);
			}

		};
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Blocks in its first call. */
	private final class Slow extends Recorder {

		private final boolean ignoresInterrupts;

		Slow() {
			this(false);
		}

		Slow(boolean ignoresInterrupts) {
			this.ignoresInterrupts = ignoresInterrupts;
		}

		@Override
		public void leaderChanged(LeaderChangedEvent event) {
			super.leaderChanged(event);
			do {
				awaitRelease();
			}
			while (this.ignoresInterrupts && Thread.interrupted());
		}

	}

}
