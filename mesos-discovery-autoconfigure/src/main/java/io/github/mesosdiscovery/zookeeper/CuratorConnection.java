package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

import org.apache.curator.RetryPolicy;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session alive: Curator makes a new handle whenever the last one has expired.
 * Reads go to the handle itself, so that each is known to be of that session, and Curator
 * neither retries nor logs them.
 */
final class CuratorConnection implements AutoCloseable {

	private static final RetryPolicy NO_RETRIES = new RetryNTimes(0, 0);

	private static final int CLOSE_WAIT = 500;

	private final ZookeeperFactory handles;

	private final CuratorFramework curator;

	private volatile @Nullable ZooKeeper latest;

	private volatile boolean closed;

	CuratorConnection(ZooKeeperUrl url, Duration timeout, ZookeeperFactory handles, ThreadFactory threads) {
		this.handles = handles;
		int sessionTimeout = Math.toIntExact(timeout.toMillis());
		this.curator = CuratorFrameworkFactory.builder()
			.connectString(url.servers())
			.sessionTimeoutMs(sessionTimeout)
			.connectionTimeoutMs(sessionTimeout)
			.maxCloseWaitMs(CLOSE_WAIT)
			.retryPolicy(NO_RETRIES)
			.zookeeperFactory(this::open)
			.threadFactory(threads)
			// It would replace the given servers by what the ensemble calls itself.
			.ensembleTracker(false)
			// The masters that a cut-off minority knows are not the ones that lead.
			.canBeReadOnly(false)
			.build();
	}

	/**
	 * Start, unless closed already. The two may not overlap: Curator would go on to start
	 * what it has just closed.
	 */
	synchronized void start() {
		if (!this.closed) {
			this.curator.start();
		}
	}

	/**
	 * Close, and leave no handle. Curator makes a new one when the last has expired, even
	 * while or after it is closed.
	 */
	@Override
	public void close() {
		this.closed = true;
		synchronized (this) {
			this.curator.close();
		}
		ZooKeeper last = this.latest;
		if (last != null) {
			close(last);
		}
	}

	private ZooKeeper open(String servers, int timeout, Watcher watcher, boolean canBeReadOnly) throws Exception {
		if (this.closed) {
			throw new IllegalStateException("The connection was closed");
		}
		ZooKeeper opened = this.handles.newZooKeeper(servers, timeout, watcher, canBeReadOnly);
		this.latest = opened;
		if (this.closed) {
			close(opened);
		}
		return opened;
	}

	private static void close(ZooKeeper handle) {
		try {
			handle.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
