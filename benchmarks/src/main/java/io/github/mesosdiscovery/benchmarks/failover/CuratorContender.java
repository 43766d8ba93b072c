package io.github.mesosdiscovery.benchmarks.failover;

import java.util.Collection;
import java.util.List;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.utils.CloseableUtils;

/**
 * What the caches of Curator have in common: a framework of their own each, and the names
 * of those whose data they have.
 */
abstract class CuratorContender implements Contender {

	private final CuratorFramework curator;

	CuratorContender(String servers) {
		this.curator = CuratorFrameworkFactory.builder()
			.connectString(servers)
			.sessionTimeoutMs(Race.SESSION_TIMEOUT)
			.retryPolicy(new RetryOneTime(1000))
			.ensembleTracker(false)
			.build();
		this.curator.start();
	}

	final CuratorFramework curator() {
		return this.curator;
	}

	/** The names of the znodes that it has the data of. */
	abstract Collection<String> names();

	@Override
	public final boolean isReady(List<String> masters) {
		Collection<String> names = names();
		return names.size() == masters.size() && names.containsAll(masters);
	}

	/** Close the framework, and the cache before it. */
	final void close(AutoCloseable cache) {
		try {
			cache.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			CloseableUtils.closeQuietly(this.curator);
		}
	}

}
