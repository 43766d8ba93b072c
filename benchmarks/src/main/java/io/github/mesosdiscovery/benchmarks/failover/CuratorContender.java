package io.github.mesosdiscovery.benchmarks.failover;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.PathChildrenCache;
import org.apache.curator.framework.recipes.cache.TreeCache;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.utils.CloseableUtils;
import org.jspecify.annotations.Nullable;

/**
 * One of Curator's caches, with a framework of its own.
 *
 * @param curator the framework
 * @param cache the cache
 * @param names the names of the znodes whose data the cache has
 */
@SuppressWarnings("deprecation")
record CuratorContender(CuratorFramework curator, AutoCloseable cache,
		Supplier<Collection<String>> names) implements Contender {

	/** Curator's newest cache, which needs persistent watches. */
	static CuratorContender curatorCache(String servers, Consumer<String> listener) {
		CuratorFramework curator = connect(servers);
		CuratorCache cache = CuratorCache.build(curator, Masters.PATH);
		CuratorContender contender = new CuratorContender(curator, cache,
				() -> cache.stream()
					.map(ChildData::getPath)
					.filter((path) -> path.length() > Masters.PATH.length())
					.map(Masters::name)
					.toList());
		cache.listenable().addListener((type, before, now) -> contender.tell(listener));
		cache.start();
		return contender;
	}

	/** Curator's oldest cache, with the data of the children. */
	static CuratorContender pathChildrenCache(String servers, Consumer<String> listener) throws Exception {
		CuratorFramework curator = connect(servers);
		PathChildrenCache cache = new PathChildrenCache(curator, Masters.PATH, true);
		CuratorContender contender = new CuratorContender(curator, cache,
				() -> cache.getCurrentData()
					.stream()
					.filter((child) -> child.getData() != null)
					.map((child) -> Masters.name(child.getPath()))
					.toList());
		cache.getListenable().addListener((client, event) -> contender.tell(listener));
		cache.start();
		return contender;
	}

	/** Curator's cache of a whole tree by one-shot watches. */
	static CuratorContender treeCache(String servers, Consumer<String> listener) throws Exception {
		CuratorFramework curator = connect(servers);
		TreeCache cache = TreeCache.newBuilder(curator, Masters.PATH).build();
		CuratorContender contender = new CuratorContender(curator, cache, () -> names(cache));
		cache.getListenable().addListener((client, event) -> contender.tell(listener));
		cache.start();
		return contender;
	}

	private static Collection<String> names(TreeCache cache) {
		@Nullable Map<String, ChildData> children = cache.getCurrentChildren(Masters.PATH);
		return (children != null) ? children.keySet() : List.of();
	}

	private static CuratorFramework connect(String servers) {
		CuratorFramework curator = CuratorFrameworkFactory.builder()
			.connectString(servers)
			.sessionTimeoutMs(BareClient.SESSION_TIMEOUT)
			.retryPolicy(new RetryOneTime(1000))
			.ensembleTracker(false)
			.build();
		curator.start();
		return curator;
	}

	private void tell(Consumer<String> listener) {
		listener.accept(Masters.leader(this.names.get()));
	}

	@Override
	public boolean isReady(List<String> masters) {
		Collection<String> known = this.names.get();
		return known.size() == masters.size() && known.containsAll(masters);
	}

	@Override
	public void close() {
		try {
			this.cache.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			CloseableUtils.closeQuietly(this.curator);
		}
	}

}
