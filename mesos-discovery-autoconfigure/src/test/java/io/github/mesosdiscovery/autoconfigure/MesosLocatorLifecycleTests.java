package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.AfterEach;
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

	private final List<Object> published = new CopyOnWriteArrayList<>();

	private final List<String> order = new CopyOnWriteArrayList<>();

	private final ZooKeeperMasterLocator fixed = ZooKeeperMasterLocator.builder("127.0.0.1:5050").build();

	private final ZooKeeperMasterLocator absent = ZooKeeperMasterLocator.builder("zk://127.0.0.1:1/mesos").build();

	private final MesosLocatorLifecycle lifecycle = lifecycle(this.fixed, Duration.ZERO);

	private final LeaderChangedEvent leaderChanged = Masters.elected(this.fixed, null, Masters.master(1));

	private final MastersChangedEvent mastersChanged = new MastersChangedEvent(this.fixed, List.of(),
			Masters.connected());

	@AfterEach
	void close() {
		this.fixed.close();
		this.absent.close();
	}

	@Test
	void startsAndStopsTheLocatorRepeatedly() {
		for (int i = 0; i < 2; i++) {
			this.lifecycle.start();
			this.lifecycle.start();
			assertThat(this.lifecycle.isRunning()).isTrue();
			assertThat(this.fixed.isRunning()).isTrue();
			this.lifecycle.stop();
			assertThat(this.lifecycle.isRunning()).isFalse();
			assertThat(this.fixed.isRunning()).isFalse();
		}
	}

	@Test
	void neitherStartsNorAwaitsAnotherLocator() {
		MesosLocatorLifecycle other = lifecycle(new FakeMasterLocator(Masters.connected()), Duration.ofMinutes(10));
		other.start();
		assertThat(other.isRunning()).isTrue();
		other.stop();
		assertThat(other.isRunning()).isFalse();
	}

	@Test
	void failsWithoutALocatorAndDoesNotRun() {
		MesosLocatorLifecycle failing = new MesosLocatorLifecycle(() -> {
			throw new IllegalStateException("refused");
		}, this.published::add, Duration.ZERO);
		assertThatIllegalStateException().isThrownBy(failing::start).withMessage("refused");
		assertThat(failing.isRunning()).isFalse();
	}

	@Test
	void publishesEventsInOrderWhileItRuns() {
		this.lifecycle.start();
		publish();
		assertThat(this.published).containsExactly(this.leaderChanged, this.mastersChanged);
		this.lifecycle.stop();
		publish();
		assertThat(this.published).hasSize(2);
		this.lifecycle.start();
		publish();
		assertThat(this.published).hasSize(4);
	}

	@Test
	void eventsWaitForTheFirstStart() throws InterruptedException {
		Thread thread = publishOnBlockedThread();
		assertThat(this.published).isEmpty();
		this.lifecycle.start();
		thread.join();
		assertThat(this.published).containsExactly(this.leaderChanged, this.mastersChanged);
	}

	@Test
	void interruptionEndsTheWaitForTheFirstStart() throws InterruptedException {
		Thread thread = publishOnBlockedThread();
		thread.interrupt();
		thread.join();
		assertThat(this.published).isEmpty();
	}

	@Test
	void closesTheLocatorWhenThereIsNoLeaderInTime() {
		MesosLocatorLifecycle waiting = lifecycle(this.absent, Duration.ofMillis(20));
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(waiting::start)
			.withMessageContaining("within 20 ms");
		assertThat(waiting.isRunning()).isFalse();
		assertThat(this.absent.isRunning()).isFalse();
	}

	@Test
	void waitsForTheFirstLeader() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(0).start();
				ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(cluster.mechanism()).build()) {
			CompletableFuture<Void> start = CompletableFuture
				.runAsync(lifecycle(locator, Duration.ofMinutes(10))::start);
			await().until(locator::isRunning);
			assertThat(start).isNotDone();
			cluster.startMaster();
			assertThat(start).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void interruptionIsKept() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(lifecycle(this.absent, Duration.ofMinutes(10))::start);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void startsBeforeAndStopsAfterTheLifecycleBeansOfTheApplication() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean("plain", Lifecycle.class, () -> new Recording("plain"));
			context.registerBean("smart", SmartLifecycle.class, () -> new SmartRecording("smart"));
			context.registerBean(MesosLocatorLifecycle.class, () -> this.lifecycle);
			context.refresh();
			context.start();
			context.stop();
			assertThat(this.fixed.isRunning()).isFalse();
			context.start();
		}
		assertThat(this.order).containsExactly("start smart", "start plain", "stop smart", "stop plain", "start plain",
				"start smart", "stop smart", "stop plain");
		assertThat(this.fixed.isRunning()).isFalse();
	}

	@Test
	void closingTheContextEndsTheWait() throws Exception {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(MesosLocatorLifecycle.class, () -> lifecycle(this.absent, Duration.ofMinutes(10)));
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
		await().until(() -> this.absent.isRunning() && thread.getState() == Thread.State.WAITING);
		context.close();
		assertThatException().isThrownBy(() -> refresh.get(10, TimeUnit.SECONDS))
			.withStackTraceContaining("Interrupted while waiting for a leading Mesos master");
		assertThat(this.absent.isRunning()).isFalse();
		await().until(() -> LiveThreads.named((name) -> name.startsWith("mesos-discovery-wait")).isEmpty());
	}

	private MesosLocatorLifecycle lifecycle(MesosMasterLocator locator, Duration waitForLeader) {
		return new MesosLocatorLifecycle(() -> locator, this.published::add, waitForLeader);
	}

	private Thread publishOnBlockedThread() {
		Thread thread = new Thread(this::publish);
		thread.start();
		await().until(() -> thread.getState() == Thread.State.WAITING);
		return thread;
	}

	private void publish() {
		this.lifecycle.leaderChanged(this.leaderChanged);
		this.lifecycle.mastersChanged(this.mastersChanged);
	}

	private class Recording implements Lifecycle {

		private final String name;

		private volatile boolean running;

		Recording(String name) {
			this.name = name;
		}

		@Override
		public void start() {
			record("start ");
			this.running = true;
		}

		@Override
		public void stop() {
			record("stop ");
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		private void record(String call) {
			assertThat(MesosLocatorLifecycleTests.this.fixed.isRunning()).isTrue();
			MesosLocatorLifecycleTests.this.order.add(call + this.name);
		}

	}

	private final class SmartRecording extends Recording implements SmartLifecycle {

		SmartRecording(String name) {
			super(name);
		}

	}

}
