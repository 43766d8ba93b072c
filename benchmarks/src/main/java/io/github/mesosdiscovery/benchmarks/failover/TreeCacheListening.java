package io.github.mesosdiscovery.benchmarks.failover;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.TreeCache;
import org.jspecify.annotations.Nullable;

/**
 * Curator's cache of a whole tree by watches that are used up.
 */
@SuppressWarnings("deprecation")
final class TreeCacheListening extends CuratorContender {

	private final TreeCache cache;

	TreeCacheListening(String servers, Consumer<String> told) throws Exception {
		super(servers);
		this.cache = TreeCache.newBuilder(curator(), Masters.PATH).build();
		this.cache.getListenable().addListener((client, event) -> told.accept(Masters.leader(names())));
		this.cache.start();
	}

	@Override
	Collection<String> names() {
		@Nullable Map<String, ChildData> children = this.cache.getCurrentChildren(Masters.PATH);
		return (children != null) ? children.keySet() : List.of();
	}

	@Override
	public void close() {
		close(this.cache);
	}

}
