package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.function.Consumer;

import org.apache.curator.framework.recipes.cache.PathChildrenCache;

/**
 * Curator's oldest cache, with the data of the children.
 */
@SuppressWarnings("deprecation")
final class PathChildrenCacheListening extends CuratorContender {

	private final PathChildrenCache cache;

	PathChildrenCacheListening(String servers, Consumer<String> told) throws Exception {
		super(servers);
		this.cache = new PathChildrenCache(curator(), Masters.PATH, true);
		this.cache.getListenable().addListener((client, event) -> told.accept(Masters.leader(names())));
		this.cache.start();
	}

	@Override
	List<String> names() {
		return this.cache.getCurrentData()
			.stream()
			.filter((child) -> child.getData() != null)
			.map((child) -> Masters.name(child.getPath()))
			.toList();
	}

	@Override
	public void close() {
		close(this.cache);
	}

}
