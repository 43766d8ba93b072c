package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SerialExecutor}.
 */
class SerialExecutorTests {

	private final SerialExecutor serial = new SerialExecutor();

	@Test
	void taskRunsOnTheThreadThatSubmitsIt() {
		List<Thread> threads = new ArrayList<>();
		this.serial.execute(() -> threads.add(Thread.currentThread()));
		assertThat(threads).containsExactly(Thread.currentThread());
	}

	@Test
	void taskSubmittedByATaskRunsAfterIt() {
		List<String> order = new ArrayList<>();
		this.serial.execute(() -> {
			this.serial.execute(() -> order.add("second"));
			order.add("first");
		});
		assertThat(order).containsExactly("first", "second");
	}

	@Test
	void failureThatCannotBeLoggedDoesNotStopTheOthers() {
		List<String> order = new ArrayList<>();
		this.serial.execute(() -> {
			throw new UnloggableException();
		});
		this.serial.execute(() -> order.add("next"));
		assertThat(order).containsExactly("next");
	}

	@Test
	void taskThatThrowsDoesNotStopTheOthers() {
		List<String> order = new ArrayList<>();
		this.serial.execute(() -> {
			throw new IllegalStateException("on purpose");
		});
		this.serial.execute(() -> order.add("next"));
		assertThat(order).containsExactly("next");
	}

	@Test
	void tasksOfManyThreadsRunOneAtATime() throws InterruptedException {
		int threads = 4;
		int tasks = 5_000;
		int[] unguarded = new int[1];
		CountDownLatch begin = new CountDownLatch(1);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		for (int i = 0; i < threads; i++) {
			executor.execute(() -> {
				await(begin);
				for (int j = 0; j < tasks; j++) {
					this.serial.execute(() -> unguarded[0]++);
				}
			});
		}
		begin.countDown();
		executor.shutdown();
		assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(unguarded[0]).isEqualTo(threads * tasks);
	}

	@Test
	void submittingThreadDoesNotWaitForAnother() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		List<Thread> threads = new ArrayList<>();
		Thread worker = new Thread(() -> this.serial.execute(() -> {
			started.countDown();
			await(release);
		}));
		worker.start();
		await(started);
		this.serial.execute(() -> threads.add(Thread.currentThread()));
		assertThat(threads).isEmpty();
		release.countDown();
		worker.join();
		assertThat(threads).containsExactly(worker);
	}

	private static void await(CountDownLatch latch) {
		try {
			if (!latch.await(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The latch was not counted down");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
