package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

import org.apache.curator.RetryPolicy;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.curator.utils.ZookeeperFactory;

/**
 * Keeps a session alive: Curator makes a new handle whenever the last one has expired.
 * Reads go to the handle itself, so that each is known to be of that session, and Curator
 * neither retries nor logs them.
 */
final class CuratorConnection implements AutoCloseable {

	private static final RetryPolicy NO_RETRIES = new RetryNTimes(0, 0);

	private static final int CLOSE_WAIT = 500;

	private final CuratorFramework curator;

	CuratorConnection(ZooKeeperUrl url, Duration timeout, ZookeeperFactory handles, ThreadFactory threads) {
		int sessionTimeout = Math.toIntExact(timeout.toMillis());
		CuratorFrameworkFactory.Builder builder = CuratorFrameworkFactory.builder()
			.connectString(url.servers())
			.sessionTimeoutMs(sessionTimeout)
			.connectionTimeoutMs(sessionTimeout)
			.maxCloseWaitMs(CLOSE_WAIT)
			.retryPolicy(NO_RETRIES)
			.zookeeperFactory(handles)
			.threadFactory(threads)
			// It would replace the given servers by what the ensemble calls itself.
			.ensembleTracker(false)
			// The masters that a cut-off minority knows are not the ones that lead.
			.canBeReadOnly(false);
		DigestCredentials credentials = url.credentials();
		if (credentials != null) {
			builder.authorization(DigestCredentials.SCHEME, credentials.authInfo());
		}
		this.curator = builder.build();
	}

	void start() {
		this.curator.start();
	}

	@Override
	public void close() {
		this.curator.close();
	}

}
