package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;

import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.apache.curator.CuratorZookeeperClient;
import org.apache.curator.ensemble.fixed.FixedEnsembleProvider;
import org.apache.curator.retry.RetryNTimes;
import org.apache.curator.utils.ThreadUtils;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session: Curator creates the first ZooKeeper client, and a new one whenever the
 * session of the last one has expired. It does nothing else here. Reads go to a client
 * directly, so that each belongs to a known session.
 * <p>
 * This is Curator's low-level client. {@code CuratorFramework} would add two threads and
 * half a second of class loading to the first start, and nothing that is needed.
 */
final class CuratorConnection implements AutoCloseable {

	/** For the threads of a client to end, in milliseconds. */
	private static final int CLOSE_TIMEOUT = 500;

	private final ZookeeperFactory clients;

	private final CuratorZookeeperClient curator;

	private volatile @Nullable ZooKeeper latest;

	private volatile boolean closed;

	CuratorConnection(ZooKeeperUrl url, Duration timeout, ZookeeperFactory clients) {
		this.clients = clients;
		int sessionTimeout = Math.toIntExact(timeout.toMillis());
		// Only the configured servers, whatever addresses the ensemble advertises. Not
		// read-only, because the masters of a minority may be out of date.
		this.curator = new CuratorZookeeperClient(this::create, new FixedEnsembleProvider(url.servers()),
				sessionTimeout, sessionTimeout, null, new RetryNTimes(0, 0), false);
	}

	/**
	 * Start, unless closed. Curator would start even while it is being closed.
	 */
	synchronized void start() {
		if (!this.closed) {
			try {
				this.curator.start();
			}
			catch (Exception ex) {
				// Only the factory can fail, which reports it.
				ThreadUtils.checkInterrupted(ex);
			}
		}
	}

	/**
	 * Close, and leave no client. If a session expires meanwhile, Curator creates another
	 * client.
	 */
	@Override
	public void close() {
		this.closed = true;
		synchronized (this) {
			this.curator.close(CLOSE_TIMEOUT);
		}
		ZooKeeper last = this.latest;
		if (last != null) {
			close(last);
		}
	}

	private ZooKeeper create(String servers, int timeout, Watcher watcher, boolean canBeReadOnly) throws Exception {
		if (this.closed) {
			throw new IllegalStateException("The connection was closed");
		}
		ZooKeeper created = this.clients.newZooKeeper(servers, timeout, watcher, canBeReadOnly);
		this.latest = created;
		if (this.closed) {
			close(created);
		}
		return created;
	}

	private static void close(ZooKeeper client) {
		try {
			client.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
