package io.github.mesosdiscovery.benchmarks.firstleader;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/**
 * Connects, lists the masters and reads the first of them, each as soon as the one before
 * has ended, on ZooKeeper's own thread.
 */
final class BareSeeker implements AutoCloseable {

	private static final int SESSION_TIMEOUT = 10_000;

	private static final int CLOSE_WAIT = 1000;

	private final String path;

	private final CompletableFuture<Long> found = new CompletableFuture<>();

	private final ZooKeeper zooKeeper;

	BareSeeker(String servers, String path) throws IOException {
		this.path = path;
		// The first event can be here before the client is.
		synchronized (this) {
			this.zooKeeper = new ZooKeeper(servers, SESSION_TIMEOUT, this::changed);
		}
	}

	/** When the leader was known, by the monotonic clock. */
	CompletableFuture<Long> found() {
		return this.found;
	}

	private synchronized ZooKeeper client() {
		return this.zooKeeper;
	}

	private void changed(WatchedEvent event) {
		if (event.getState() == KeeperState.SyncConnected) {
			client().getChildren(this.path, false, (rc, path, ctx, children) -> listed(rc, children), null);
		}
	}

	private void listed(int rc, List<String> children) {
		if (rc != Code.OK.intValue()) {
			fail(rc);
			return;
		}
		String leader = this.path + "/" + children.stream().min(String::compareTo).orElseThrow();
		client().getData(leader, false, (result, path, ctx, data, stat) -> {
			if (result == Code.OK.intValue()) {
				this.found.complete(System.nanoTime());
			}
			else {
				fail(result);
			}
		}, null);
	}

	private void fail(int rc) {
		this.found.completeExceptionally(new IllegalStateException("ZooKeeper answered " + Code.get(rc)));
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
