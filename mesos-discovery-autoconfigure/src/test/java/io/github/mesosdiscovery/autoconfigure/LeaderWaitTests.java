package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LeaderWait}.
 */
@Timeout(30)
class LeaderWaitTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.snapshot(ConnectionState.CONNECTING, null));

	@Test
	void zeroDoesNotAsk() {
		new LeaderWait(new FakeMasterLocator(Masters.connected()) {

			@Override
			public MesosMaster awaitLeader(Duration timeout) {
				throw new AssertionError("asked");
			}

		}, Duration.ZERO).await();
	}

	@Test
	void returnsWhenThereIsLeader() throws InterruptedException {
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		Thread thread = start(failure);
		this.locator.set(Masters.connected(Masters.master(1)));
		thread.join();
		assertThat(failure.get()).isNull();
	}

	@Test
	void throwsWhenTimeIsOver() {
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> new LeaderWait(this.locator, Duration.ofMillis(20)).await())
			.withMessageContaining("within 20 ms")
			.withMessageContaining("CONNECTING");
	}

	@Test
	void startingThreadWaitsWithoutLimitSoThatSpringCanInterruptIt() throws InterruptedException {
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		Thread thread = start(failure);
		assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
		thread.interrupt();
		thread.join();
		assertThat(failure.get()).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("Interrupted")
			.hasCauseInstanceOf(InterruptedException.class);
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((candidate) -> candidate.getName().startsWith("mesos-discovery-wait")));
	}

	@Test
	void interruptionIsKept() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(() -> new LeaderWait(this.locator, LONG).await());
		assertThat(Thread.interrupted()).isTrue();
	}

	private Thread start(AtomicReference<@Nullable Throwable> failure) {
		Thread thread = new Thread(() -> {
			try {
				new LeaderWait(this.locator, LONG).await();
			}
			catch (Throwable ex) {
				failure.set(ex);
			}
		});
		thread.start();
		await().until(() -> thread.getState() == Thread.State.WAITING);
		return thread;
	}

}
