package io.github.mesosdiscovery.benchmarks.failover;

import java.util.function.Consumer;

/**
 * The kinds of contenders.
 */
enum Kind {

	/**
	 * The limit: nobody can know sooner that the leader's znode is gone. Who leads then
	 * it does not know.
	 */
	BARE("bare ZooKeeper watch", BareWatch::new),

	/** The same once more, to show how much two equal ones differ. */
	SECOND_BARE("second bare watch", BareWatch::new),

	/** The limit for whoever does not let listeners keep ZooKeeper's thread. */
	HANDED_OVER("bare watch, on another thread", HandedOverWatch::new),

	PLAIN("this library, without Spring", PlainListener::new),

	LOCATOR("this library, @EventListener", SpringListener::new),

	CURATOR_CACHE("CuratorCache", CuratorCacheListening::new),

	PATH_CHILDREN_CACHE("PathChildrenCache", PathChildrenCacheListening::new),

	TREE_CACHE("TreeCache", TreeCacheListening::new),

	LIST_THEN_GET("list, then get", ListThenGet::new);

	private final String label;

	private final Contender.Opening opening;

	Kind(String label, Contender.Opening opening) {
		this.label = label;
		this.opening = opening;
	}

	/** Whether it tells who went, and not who leads now. */
	boolean isLimit() {
		return this == BARE || this == SECOND_BARE || this == HANDED_OVER;
	}

	Contender open(String servers, Consumer<String> told) throws Exception {
		return this.opening.open(servers, told);
	}

	/** What tables and charts call it. */
	String label() {
		return this.label;
	}

}
