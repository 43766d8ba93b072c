package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.faults.FaultProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a locator can be closed at every stage of its life and in every way: within
 * two seconds, with no callback afterwards and nothing left.
 */
class LocatorCloseTests extends AbstractLocatorTests {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private final FaultProxy proxy = FaultProxy.to(this.cluster.port());

	private final String name = "closing-" + System.nanoTime();

	@AfterEach
	void closeProxy() {
		this.proxy.close();
	}

	@ParameterizedTest
	@DisplayName("#70 Closed at every stage by four threads at once")
	@EnumSource
	void concurrently(CloseStage stage) throws InterruptedException {
		ZooKeeperMasterLocator locator = reach(stage);
		CountDownLatch ready = new CountDownLatch(4);
		List<Duration> times = new ArrayList<>();
		List<Thread> threads = Stream.generate(() -> new Thread(() -> {
			ready.countDown();
			awaitQuietly(ready);
			Duration time = timed(locator::close);
			synchronized (times) {
				times.add(time);
			}
		})).limit(4).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(times).hasSize(4).allMatch((time) -> time.compareTo(LIMIT) < 0);
		assertClosed(locator);
	}

	@ParameterizedTest
	@DisplayName("#70 Closed at every stage twice, at first by a thread that was interrupted")
	@EnumSource
	void interruptedAndTwice(CloseStage stage) {
		ZooKeeperMasterLocator locator = reach(stage);
		Thread.currentThread().interrupt();
		Duration time = timed(locator::close);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(time).isLessThan(LIMIT);
		assertThat(timed(locator::close)).isLessThan(LIMIT);
		assertClosed(locator);
	}

	@Test
	@DisplayName("#70 Closed while the socket connects")
	void whileTheSocketConnects() throws IOException {
		List<Socket> queue = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fill(full.getLocalPort(), queue);
			ZooKeeperMasterLocator locator = ZooKeeperMasterLocator
				.builder("zk://127.0.0.1:" + full.getLocalPort() + "/mesos")
				.name(this.name)
				.build();
			locator.start();
			await().until(() -> threads("SendThread") == 1);
			assertThat(timed(locator::close)).isLessThan(LIMIT);
			await().atMost(Duration.ofSeconds(60)).until(() -> threads("") == 0);
		}
		finally {
			for (Socket socket : queue) {
				socket.close();
			}
		}
	}

	@Test
	@DisplayName("#70 Closed by a listener, whose event is the last")
	void byAListener() {
		AtomicInteger heard = new AtomicInteger();
		List<Duration> times = new ArrayList<>();
		ZooKeeperMasterLocator locator = builder().name(this.name).listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				heard.incrementAndGet();
				synchronized (times) {
					times.add(timed(((ZooKeeperMasterLocator) event.getSource())::close));
				}
			}

		}).build();
		this.cluster.startMaster();
		locator.start();
		await().until(() -> {
			synchronized (times) {
				return times.size() == 1;
			}
		});
		assertThat(times.get(0)).isLessThan(LIMIT);
		assertClosed(locator);
		assertThat(heard).hasValue(1);
	}

	@Test
	@DisplayName("#70 Closed while another thread processes an input, and started anew before it has ended")
	void whileAnInputIsProcessed() throws InterruptedException {
		ZooKeeperMasterLocator locator = start();
		SerialExecutor serial = (SerialExecutor) ReflectionTestUtils
			.getField(Objects.requireNonNull(ReflectionTestUtils.getField(locator, "detector")), "serial");
		CountDownLatch atWork = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		Thread slow = new Thread(() -> Objects.requireNonNull(serial).execute(() -> {
			atWork.countDown();
			awaitQuietly(goOn);
		}));
		slow.start();
		try {
			atWork.await();
			assertThat(timed(locator::close)).isLessThan(LIMIT);
			assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
			locator.start();
		}
		finally {
			goOn.countDown();
			slow.join();
		}
		awaitLeader(locator, this.cluster.startMaster().znode());
		awaitChanges("ELECTED " + leader(locator));
	}

	private ZooKeeperMasterLocator reach(CloseStage stage) {
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator
			.builder("zk://" + this.proxy.connectString() + this.cluster.path())
			.sessionTimeout(stage.sessionTimeout())
			.name(this.name)
			.listener(this.recorder)
			.build();
		stage.reach(locator, this.cluster, this.proxy);
		return locator;
	}

	private void assertClosed(ZooKeeperMasterLocator locator) {
		int heard = this.recorder.leaders.size() + this.recorder.masters.size();
		assertThat(locator.isRunning()).isFalse();
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
		assertThat(locator.leader()).isEmpty();
		this.proxy.restore();
		this.cluster.killLeader();
		await().atMost(Duration.ofSeconds(60)).until(() -> threads("") == 0);
		// Where the server could not be told, its session ends with its timeout.
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.cluster.clientSessions().isEmpty() && this.cluster.watchCount() == 0
					&& this.proxy.connections() == 0);
		assertThat(this.recorder.leaders.size() + this.recorder.masters.size()).isEqualTo(heard);
	}

	/** Take all places in the queue of a server that accepts nobody. */
	private static void fill(int port, List<Socket> queue) throws IOException {
		while (true) {
			Socket socket = new Socket();
			queue.add(socket);
			try {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
			}
			catch (SocketTimeoutException ex) {
				return;
			}
		}
	}

	private long threads(String part) {
		return LiveThreads.named((thread) -> thread.startsWith(this.name) && thread.contains(part)).size();
	}

	private static Duration timed(Runnable close) {
		long start = System.nanoTime();
		close.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
