package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MesosLocatorLifecycle}.
 */
@Timeout(30)
class MesosLocatorLifecycleTests {

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final ContextEventPublisher events = new ContextEventPublisher((event) -> this.calls.add("event"));

	private final MesosLocatorLifecycle lifecycle = lifecycle(Duration.ZERO);

	@Test
	void startsAndStopsOnceEach() {
		this.lifecycle.start();
		this.lifecycle.start();
		assertThat(this.lifecycle.isRunning()).isTrue();
		this.lifecycle.stop();
		assertThat(this.lifecycle.isRunning()).isFalse();
		assertThat(this.calls).containsExactly("start", "close");
	}

	@Test
	void givesWayToALocatorThatIsNotOurs() {
		MesosLocatorLifecycle inert = MesosLocatorLifecycle.of(this.locator, this.events, Duration.ofMinutes(10));
		inert.start();
		assertThat(inert.isRunning()).isTrue();
		inert.stop();
		assertThat(inert.isRunning()).isFalse();
	}

	@Test
	void startsAgainAfterStop() {
		this.lifecycle.start();
		this.lifecycle.stop();
		this.lifecycle.start();
		publish();
		assertThat(this.calls).containsExactly("start", "close", "start", "event");
	}

	@Test
	void eventsFromTheStartOnAndNoneFromTheCloseOn() {
		MesosLocatorLifecycle lifecycle = new MesosLocatorLifecycle(this.locator, this::publish, this::publish,
				this.events, Duration.ZERO);
		lifecycle.start();
		assertThat(this.calls).containsExactly("event");
		lifecycle.stop();
		publish();
		assertThat(this.calls).hasSize(1);
	}

	@Test
	void closesWhenThereIsNoLeaderInTime() {
		MesosLocatorLifecycle waiting = lifecycle(Duration.ofMillis(20));
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(waiting::start)
			.withMessageContaining("within 20 ms");
		publish();
		assertThat(waiting.isRunning()).isFalse();
		assertThat(this.calls).containsExactly("start", "close");
	}

	@Test
	void closesWhenItCannotStart() {
		MesosLocatorLifecycle failing = new MesosLocatorLifecycle(this.locator, () -> {
			throw new IllegalStateException("start");
		}, () -> this.calls.add("close"), this.events, Duration.ZERO);
		assertThatIllegalStateException().isThrownBy(failing::start);
		assertThat(failing.isRunning()).isFalse();
		assertThat(this.calls).containsExactly("close");
	}

	@Test
	void waitsForLeader() {
		this.locator.set(Masters.connected(Masters.master(1)));
		MesosLocatorLifecycle waiting = lifecycle(Duration.ofMinutes(1));
		waiting.start();
		assertThat(waiting.isRunning()).isTrue();
	}

	@Test
	void aWaitEndsWithTheFirstLeader() {
		CompletableFuture<Void> start = CompletableFuture.runAsync(lifecycle(Duration.ofMinutes(10))::start);
		await().until(() -> this.calls.contains("start"));
		assertThat(start).isNotDone();
		this.locator.set(Masters.connected(Masters.master(1)));
		assertThat(start).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void interruptionIsKept() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(lifecycle(Duration.ofMinutes(10))::start);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void startsBeforeAndStopsAfterTheApplicationsOwn() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean("plain", Lifecycle.class, () -> new Recording("plain"));
			context.registerBean("smart", SmartLifecycle.class, () -> new SmartRecording("smart"));
			context.registerBean(MesosLocatorLifecycle.class, () -> this.lifecycle);
			context.refresh();
			context.start();
			context.stop();
			context.start();
		}
		assertThat(this.calls).containsExactly("start", "start smart", "start plain", "stop smart", "stop plain",
				"close", "start", "start plain", "start smart", "stop smart", "stop plain", "close");
	}

	@Test
	void contextThatIsClosedEndsTheWait() throws Exception {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(MesosLocatorLifecycle.class, () -> lifecycle(Duration.ofMinutes(10)));
		CompletableFuture<Void> refresh = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				context.refresh();
				refresh.complete(null);
			}
			catch (Throwable ex) {
				refresh.completeExceptionally(ex);
			}
		});
		thread.start();
		await().until(() -> this.calls.contains("start") && thread.getState() == Thread.State.WAITING);
		context.close();
		assertThatException().isThrownBy(() -> refresh.get(10, TimeUnit.SECONDS))
			.withStackTraceContaining("Interrupted while waiting for a leading Mesos master");
		assertThat(this.calls).startsWith("start", "close");
		await().until(() -> LiveThreads.named((name) -> name.startsWith("mesos-discovery-wait")).isEmpty());
	}

	private MesosLocatorLifecycle lifecycle(Duration waitForLeader) {
		return new MesosLocatorLifecycle(this.locator, () -> this.calls.add("start"), () -> this.calls.add("close"),
				this.events, waitForLeader);
	}

	private void publish() {
		LeaderChangedEvent event = Masters.elected(this.locator, null, Masters.master(1));
		this.events.leaderChanged(event);
	}

	private class Recording implements Lifecycle {

		private final String name;

		private volatile boolean running;

		Recording(String name) {
			this.name = name;
		}

		@Override
		public void start() {
			this.running = true;
			MesosLocatorLifecycleTests.this.calls.add("start " + this.name);
		}

		@Override
		public void stop() {
			this.running = false;
			MesosLocatorLifecycleTests.this.calls.add("stop " + this.name);
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	private final class SmartRecording extends Recording implements SmartLifecycle {

		SmartRecording(String name) {
			super(name);
		}

	}

}
