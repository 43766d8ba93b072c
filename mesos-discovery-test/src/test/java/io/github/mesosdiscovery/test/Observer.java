package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * A ZooKeeper client that records the events that it receives.
 */
final class Observer implements AutoCloseable {

	private final Queue<WatchedEvent> events = new ConcurrentLinkedQueue<>();

	private final ZooKeeper zooKeeper;

	Observer(TestMesosCluster cluster) throws Exception {
		this(cluster, Duration.ofSeconds(10));
	}

	Observer(TestMesosCluster cluster, Duration sessionTimeout) throws Exception {
		this.zooKeeper = new ZooKeeper(cluster.connectString(), (int) sessionTimeout.toMillis(), this.events::add);
		awaitState(KeeperState.SyncConnected);
	}

	ZooKeeper zooKeeper() {
		return this.zooKeeper;
	}

	long session() {
		return this.zooKeeper.getSessionId();
	}

	List<String> children(String path) throws Exception {
		return this.zooKeeper.getChildren(path, true).stream().sorted().toList();
	}

	byte[] data(String path) throws Exception {
		return this.zooKeeper.getData(path, true, null);
	}

	String text(String path) throws Exception {
		return new String(data(path), StandardCharsets.UTF_8);
	}

	List<WatchedEvent> events() {
		return List.copyOf(this.events);
	}

	void forgetEvents() {
		this.events.clear();
	}

	void awaitState(KeeperState state) {
		await().until(() -> this.events.stream().anyMatch((event) -> event.getState() == state));
	}

	@Override
	public void close() {
		try {
			this.zooKeeper.close(10_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
