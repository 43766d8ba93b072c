package io.github.mesosdiscovery.benchmarks.failover;

import java.util.function.Consumer;

/**
 * The contenders.
 */
enum Kind {

	/** The limit: no client can know sooner. It does not know the next leader. */
	BARE("bare ZooKeeper watch", BareWatch::direct),

	/** The same again, to show how much two equal contenders differ. */
	SECOND_BARE("second bare watch", BareWatch::direct),

	HANDED_OVER("bare watch, on another thread", BareWatch::handedOver),

	PLAIN("this library, without Spring", LocatorContender::plain),

	LOCATOR("this library, @EventListener", LocatorContender::inSpring),

	CURATOR_CACHE("CuratorCache", CuratorContender::curatorCache),

	PATH_CHILDREN_CACHE("PathChildrenCache", CuratorContender::pathChildrenCache),

	TREE_CACHE("TreeCache", CuratorContender::treeCache),

	LIST_THEN_GET("list, then get", ListThenGet::new);

	private final String label;

	private final Contender.Factory factory;

	Kind(String label, Contender.Factory factory) {
		this.label = label;
		this.factory = factory;
	}

	/** Whether it reports the deleted znode instead of the leader. */
	boolean isLimit() {
		return this == BARE || this == SECOND_BARE || this == HANDED_OVER;
	}

	Contender create(String servers, Consumer<String> listener) throws Exception {
		return this.factory.create(servers, listener);
	}

	String label() {
		return this.label;
	}

}
