package io.github.mesosdiscovery.benchmarks.cost;

import java.time.Duration;
import java.util.List;

import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * What no client can do without: a session, and a watch on the path and on each master.
 * It follows nothing.
 */
final class BareClient implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int SESSION_TIMEOUT = 10_000;

	private final ZooKeeper client;

	private BareClient(ZooKeeper client) {
		this.client = client;
	}

	static BareClient open(String servers, String path) throws Exception {
		Watcher watcher = (event) -> {
		};
		BareClient opened = new BareClient(new ZooKeeper(servers, SESSION_TIMEOUT, watcher));
		opened.watch(path, watcher);
		return opened;
	}

	private void watch(String path, Watcher watcher) throws KeeperException, InterruptedException {
		await("a session").atMost(LIMIT).until(() -> this.client.getState().isConnected());
		List<String> children = this.client.getChildren(path, watcher);
		for (String child : children) {
			this.client.getData(path + "/" + child, watcher, null);
		}
	}

	@Override
	public void close() {
		try {
			this.client.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
