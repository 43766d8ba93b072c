package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/**
 * ZooKeeper's own client, with the same session timeout as all contenders.
 */
final class BareClient implements AutoCloseable {

	private static final int CLOSE_WAIT = 1000;

	private final ZooKeeper zooKeeper;

	/**
	 * Begin to connect.
	 * @param servers where the servers are
	 * @param connected is called by ZooKeeper's thread on each connection
	 */
	BareClient(String servers, Runnable connected) throws IOException {
		this.zooKeeper = new ZooKeeper(servers, Race.SESSION_TIMEOUT, (event) -> {
			if (isConnection(event)) {
				connected.run();
			}
		});
	}

	ZooKeeper zooKeeper() {
		return this.zooKeeper;
	}

	boolean isConnected() {
		return this.zooKeeper.getState().isConnected();
	}

	private static boolean isConnection(WatchedEvent event) {
		return event.getType() == EventType.None && event.getState() == KeeperState.SyncConnected;
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
