package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.function.Consumer;

import org.apache.curator.framework.recipes.cache.CuratorCache;

/**
 * Curator's newest cache, which needs persistent watches.
 */
final class CuratorCacheListening extends CuratorContender {

	private final CuratorCache cache;

	CuratorCacheListening(String servers, Consumer<String> told) {
		super(servers);
		this.cache = CuratorCache.build(curator(), Masters.PATH);
		this.cache.listenable().addListener((type, before, now) -> told.accept(Masters.leader(names())));
		this.cache.start();
	}

	@Override
	List<String> names() {
		return this.cache.stream()
			.filter((child) -> child.getPath().length() > Masters.PATH.length())
			.map((child) -> Masters.name(child.getPath()))
			.toList();
	}

	@Override
	public void close() {
		close(this.cache);
	}

}
