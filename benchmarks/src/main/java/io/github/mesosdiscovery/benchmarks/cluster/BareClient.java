package io.github.mesosdiscovery.benchmarks.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/**
 * ZooKeeper's own client, with the session timeout that all contenders use.
 */
public final class BareClient implements AutoCloseable {

	/** Default of Mesos, in milliseconds. */
	public static final int SESSION_TIMEOUT = 10_000;

	private static final int CLOSE_WAIT = 1000;

	private static final int LIMIT = 30;

	private final ZooKeeper zooKeeper;

	/** Start to connect. */
	public BareClient(String servers, Runnable connected) throws IOException {
		this.zooKeeper = new ZooKeeper(servers, SESSION_TIMEOUT, (event) -> {
			if (event.getType() == EventType.None && event.getState() == KeeperState.SyncConnected) {
				connected.run();
			}
		});
	}

	/** Connect, and wait for the session. */
	public static BareClient connect(String servers) throws IOException, InterruptedException {
		CountDownLatch connected = new CountDownLatch(1);
		BareClient client = new BareClient(servers, connected::countDown);
		if (!connected.await(LIMIT, TimeUnit.SECONDS)) {
			client.close();
			throw new IllegalStateException("No connection to " + servers + " in " + LIMIT + " s");
		}
		return client;
	}

	/**
	 * Read and watch a path and its children, as little as any client does that follows
	 * them.
	 */
	public BareClient watch(String path) throws KeeperException, InterruptedException {
		Watcher watcher = (event) -> {
		};
		List<String> children = this.zooKeeper.getChildren(path, watcher);
		for (String child : children) {
			this.zooKeeper.getData(path + "/" + child, watcher, null);
		}
		return this;
	}

	public ZooKeeper zooKeeper() {
		return this.zooKeeper;
	}

	@Override
	public void close() {
		try {
			this.zooKeeper.close(CLOSE_WAIT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
