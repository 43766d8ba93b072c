package io.github.mesosdiscovery.actuate.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ChangeDescriptor;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LeaderChanges}.
 */
class LeaderChangesTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final LeaderChanges changes = new LeaderChanges();

	@Test
	void remembersIdsReasonAndTime() {
		LeaderChangedEvent elected = Masters.elected(this.locator, null, Masters.master(1));
		LeaderChangedEvent gone = new LeaderChangedEvent(this.locator, Masters.master(1), Reason.DISCONNECTED,
				Masters.snapshot(ConnectionState.DISCONNECTED, null));
		this.changes.onApplicationEvent(elected);
		this.changes.onApplicationEvent(gone);
		assertThat(this.changes.latest(this.locator)).containsExactly(
				new ChangeDescriptor(Instant.ofEpochMilli(elected.getTimestamp()), Reason.ELECTED, null, "id-1"),
				new ChangeDescriptor(Instant.ofEpochMilli(gone.getTimestamp()), Reason.DISCONNECTED, "id-1", null));
	}

	@Test
	void keepsTheLastSixteenInOrder() {
		IntStream.rangeClosed(1, 20)
			.forEach((i) -> this.changes.onApplicationEvent(Masters.elected(this.locator, null, Masters.master(i))));
		assertThat(this.changes.latest(this.locator)).extracting(ChangeDescriptor::leader)
			.containsExactlyElementsOf(IntStream.rangeClosed(5, 20).mapToObj((i) -> "id-" + i).toList());
	}

	@Test
	void canBeReadWhileItIsWritten() throws Exception {
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			CountDownLatch started = new CountDownLatch(1);
			Future<?> writer = executor.submit(() -> {
				for (int i = 1; i <= 20_000; i++) {
					this.changes.onApplicationEvent(Masters.elected(this.locator, null, Masters.master(i % 250)));
					started.countDown();
				}
			});
			started.await();
			while (!writer.isDone()) {
				List<ChangeDescriptor> latest = this.changes.latest(this.locator);
				assertThat(latest).hasSizeBetween(1, LeaderChanges.LIMIT).doesNotContainNull();
			}
			writer.get();
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void hearsBeforeListenerThatThrows() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.addApplicationListener((event) -> {
				if (event instanceof LeaderChangedEvent) {
					throw new IllegalStateException("listener");
				}
			});
			context.registerBean(LeaderChanges.class, () -> this.changes);
			context.refresh();
			assertThatIllegalStateException()
				.isThrownBy(() -> context.publishEvent(Masters.elected(this.locator, null, Masters.master(1))));
		}
		assertThat(this.changes.latest(this.locator)).hasSize(1);
	}

	@Test
	void isNeverCalledOnAnotherThread() {
		assertThat(this.changes.supportsAsyncExecution()).isFalse();
	}

}
