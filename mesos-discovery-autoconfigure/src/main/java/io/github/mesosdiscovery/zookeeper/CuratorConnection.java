package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;

import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.apache.curator.CuratorZookeeperClient;
import org.apache.curator.RetryPolicy;
import org.apache.curator.ensemble.fixed.FixedEnsembleProvider;
import org.apache.curator.retry.RetryNTimes;
import org.apache.curator.utils.ThreadUtils;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session alive: Curator makes a new handle whenever the last one has expired.
 * Reads go to the handle itself, so that each is known to be of that session, and Curator
 * neither retries nor logs them.
 * <p>
 * It is the client of Curator and not its framework, which would add two threads and half
 * a second of loading classes to a first start, and do nothing that is needed here.
 */
final class CuratorConnection implements AutoCloseable {

	private static final RetryPolicy NO_RETRIES = new RetryNTimes(0, 0);

	/** For the threads of a handle to end, in milliseconds. */
	private static final int CLOSE_WAIT = 500;

	private final ZookeeperFactory handles;

	private final CuratorZookeeperClient curator;

	private volatile @Nullable ZooKeeper latest;

	private volatile boolean closed;

	CuratorConnection(ZooKeeperUrl url, Duration timeout, ZookeeperFactory handles) {
		this.handles = handles;
		int sessionTimeout = Math.toIntExact(timeout.toMillis());
		// The servers stay those that were given, whatever the ensemble calls itself. Not
		// read-only: the masters that a cut-off minority knows are not the ones that
		// lead.
		this.curator = new CuratorZookeeperClient(this::open, new FixedEnsembleProvider(url.servers()), sessionTimeout,
				sessionTimeout, null, NO_RETRIES, false);
	}

	/**
	 * Start, unless closed already. The two may not overlap: Curator would go on to start
	 * what it has just closed.
	 */
	synchronized void start() {
		if (this.closed) {
			return;
		}
		try {
			this.curator.start();
		}
		catch (Exception ex) {
			// Who makes the handles knows why, since nothing else can fail.
			ThreadUtils.checkInterrupted(ex);
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
			this.curator.close(CLOSE_WAIT);
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
