package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for closing a {@link CuratorConnection} while Curator creates a client.
 */
class CuratorConnectionTests {

	private final TestMesosCluster cluster = TestMesosCluster.start();

	private final List<ZooKeeper> clients = new CopyOnWriteArrayList<>();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	private final CountDownLatch expired = new CountDownLatch(1);

	@AfterEach
	void closeAll() throws InterruptedException {
		this.release.countDown();
		for (ZooKeeper client : this.clients) {
			client.close();
		}
		this.cluster.close();
	}

	@Test
	void sessionThatExpiresDuringTheCloseIsNotReplaced() {
		CuratorConnection connection = connection((event) -> {
			if (event.getState() == KeeperState.Expired) {
				pause();
			}
		}, () -> {
		});
		connection.start();
		await().until(() -> this.cluster.clientSessions().size() == 1);
		this.cluster.expireSession(this.cluster.clientSessions().get(0));
		await().until(() -> this.reached.getCount() == 0);
		connection.close();
		this.release.countDown();
		await().until(() -> this.expired.getCount() == 0);
		assertThat(this.clients).noneMatch((client) -> client.getState().isAlive());
	}

	@Test
	void closeDuringTheStartLeavesNothing() throws Exception {
		CuratorConnection connection = connection((event) -> {
		}, this::pause);
		CompletableFuture<Void> started = CompletableFuture.runAsync(connection::start, CuratorConnectionTests::run);
		await().until(() -> this.reached.getCount() == 0);
		Thread closing = new Thread(connection::close, "closing");
		closing.start();
		await().until(() -> closing.getState() == Thread.State.BLOCKED);
		this.release.countDown();
		started.get(30, TimeUnit.SECONDS);
		closing.join(30_000);
		await().until(() -> threads() == 0);
		assertThat(this.clients).hasSize(1).noneMatch((client) -> client.getState().isAlive());
	}

	@Test
	void closeBeforeTheStartPreventsIt() {
		CuratorConnection connection = connection((event) -> {
		}, () -> {
		});
		connection.close();
		connection.start();
		assertThat(this.clients).isEmpty();
		assertThat(threads()).isZero();
	}

	private CuratorConnection connection(Watcher first, Runnable before) {
		ZooKeeperUrl url = (ZooKeeperUrl) MasterUrlParser.parse(this.cluster.mechanism());
		return new CuratorConnection(url, Duration.ofSeconds(2), (servers, timeout, watcher, canBeReadOnly) -> {
			before.run();
			ZooKeeper client = new ZooKeeper(servers, timeout, (event) -> {
				first.process(event);
				watcher.process(event);
				if (event.getState() == KeeperState.Expired) {
					this.expired.countDown();
				}
			}, canBeReadOnly);
			this.clients.add(client);
			return client;
		});
	}

	/** ZooKeeper names the threads of a client after the thread that creates it. */
	private static void run(Runnable task) {
		new DaemonThreadFactory("connection").newThread(task).start();
	}

	private void pause() {
		this.reached.countDown();
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("connection"))
			.count();
	}

}
