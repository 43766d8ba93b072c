package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;

import static io.github.mesosdiscovery.zookeeper.Scenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MailboxTests {

	private static final Scenario.NoLocator SOURCE = new Scenario.NoLocator();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<ApplicationEvent> received = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() throws InterruptedException {
		this.executor.shutdownNow();
		assertThat(this.executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void eventsArriveInOrderOnOtherThreads() {
		List<Thread> threads = new CopyOnWriteArrayList<>();
		Mailbox mailbox = open((event) -> threads.add(Thread.currentThread()));
		List<ApplicationEvent> sent = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			sent.add((i % 2 == 0) ? leaderChanged(null) : mastersChanged());
			mailbox.offer(sent.get(i), this.executor);
		}
		await().until(() -> this.received.size() == 100);
		assertThat(this.received).isEqualTo(sent);
		assertThat(threads).doesNotContain(Thread.currentThread());
	}

	@Test
	@DisplayName("#66 A listener that throws hears the next event")
	void aListenerThatThrowsHearsTheNextEvent() {
		Mailbox mailbox = open((event) -> {
			throw new AssertionError("on purpose");
		});
		mailbox.offer(leaderChanged(null), this.executor);
		mailbox.offer(mastersChanged(), this.executor);
		await().until(() -> this.received.size() == 2);
	}

	@Test
	void aListenerThatBlocksDelaysNoOther() {
		CountDownLatch never = new CountDownLatch(1);
		Mailbox blocked = open((event) -> awaitQuietly(never));
		Mailbox other = open((event) -> {
		});
		LeaderChangedEvent event = leaderChanged(null);
		blocked.offer(event, this.executor);
		await().until(() -> this.received.size() == 1);
		other.offer(event, this.executor);
		await().until(() -> this.received.size() == 2);
		never.countDown();
	}

	@Test
	void manyWaitingEventsAreJoinedAndTheLastIsNotLost() {
		CountDownLatch release = new CountDownLatch(1);
		Mailbox mailbox = open((event) -> awaitQuietly(release));
		mailbox.offer(leaderChanged(null), this.executor);
		await().until(() -> this.received.size() == 1);
		MesosMaster first = Scenario.master(A, 1, "first");
		LeaderChangedEvent last = leaderChanged(null);
		mailbox.offer(leaderChanged(first), this.executor);
		mailbox.offer(mastersChanged(), this.executor);
		for (int i = 2; i < Mailbox.CAPACITY; i++) {
			mailbox.offer(last, this.executor);
		}
		MastersChangedEvent next = mastersChanged();
		mailbox.offer(next, this.executor);
		release.countDown();
		await().until(() -> this.received.size() == 4);
		LeaderChangedEvent joined = (LeaderChangedEvent) this.received.get(1);
		assertThat(joined.getPrevious()).containsSame(first);
		assertThat(joined.getSnapshot()).isSameAs(last.getSnapshot());
		assertThat(this.received.get(3)).isSameAs(next);
	}

	@Test
	void eventsWithManyRegistrationsAreJoinedSooner() {
		CountDownLatch release = new CountDownLatch(1);
		Mailbox mailbox = open((event) -> awaitQuietly(release));
		mailbox.offer(mastersChanged(), this.executor);
		await().until(() -> this.received.size() == 1);
		List<MasterRegistration> crowd = Collections.nCopies(30_000, Scenario.master(A, 1, "first"));
		MastersChangedEvent last = new MastersChangedEvent(SOURCE, crowd, snapshot());
		for (int i = 0; i < 100; i++) {
			mailbox.offer(last, this.executor);
		}
		release.countDown();
		await().until(() -> this.received.get(this.received.size() - 1) == last);
		assertThat(this.received).hasSizeLessThan(8);
	}

	@Test
	void nothingIsHandedOutAfterClosing() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		Mailbox mailbox = open((event) -> awaitQuietly(release));
		mailbox.offer(leaderChanged(null), this.executor);
		mailbox.offer(mastersChanged(), this.executor);
		await().until(() -> this.received.size() == 1);
		mailbox.close();
		mailbox.offer(mastersChanged(), this.executor);
		assertThat(mailbox.awaitIdle(1)).isFalse();
		release.countDown();
		assertThat(mailbox.awaitIdle(TimeUnit.SECONDS.toNanos(30))).isTrue();
		assertThat(this.received).hasSize(1);
	}

	@Test
	void aListenerDoesNotWaitForItself() {
		Mailbox[] mailbox = new Mailbox[1];
		List<Boolean> answers = new CopyOnWriteArrayList<>();
		mailbox[0] = open((event) -> {
			try {
				answers.add(mailbox[0].awaitIdle(TimeUnit.HOURS.toNanos(1)));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		mailbox[0].offer(leaderChanged(null), this.executor);
		await().until(() -> answers.equals(List.of(true)));
	}

	@Test
	void aMailboxCanBeOpenedAgain() {
		Mailbox mailbox = open((event) -> {
		});
		mailbox.close();
		mailbox.open();
		mailbox.offer(leaderChanged(null), this.executor);
		await().until(() -> this.received.size() == 1);
	}

	private Mailbox open(Consumer<ApplicationEvent> listener) {
		Mailbox mailbox = new Mailbox(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				MailboxTests.this.received.add(event);
				listener.accept(event);
			}

			@Override
			public void mastersChanged(MastersChangedEvent event) {
				MailboxTests.this.received.add(event);
				listener.accept(event);
			}

		});
		mailbox.open();
		return mailbox;
	}

	private static LeaderChangedEvent leaderChanged(@Nullable MesosMaster previous) {
		return new LeaderChangedEvent(SOURCE, previous, Reason.NO_MASTERS, snapshot());
	}

	private static MastersChangedEvent mastersChanged() {
		return new MastersChangedEvent(SOURCE, List.of(), snapshot());
	}

	private static MasterSnapshot snapshot() {
		return new Scenario().snapshot;
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void anEventForWhichThereWasNoThreadIsHandedOutWithTheNext() {
		Mailbox mailbox = open((event) -> {
		});
		LeaderChangedEvent first = leaderChanged(null);
		mailbox.offer(first, (task) -> {
			throw new InternalError("no thread, on purpose");
		});
		MastersChangedEvent second = mastersChanged();
		mailbox.offer(second, this.executor);
		await().until(() -> this.received.equals(List.of(first, second)));
	}

}
