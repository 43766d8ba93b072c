package io.github.mesosdiscovery.autoconfigure;

import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Callback that customizes the configuration of the ZooKeeper client of the
 * auto-configured locators, for that client alone. Beans of this type are called in
 * order, after the settings of this library, which they can replace. They are called once
 * when a locator is created, which fails if one of them throws, and then for each cluster
 * and each session, on a thread of the locator.
 */
@FunctionalInterface
public interface MesosZooKeeperClientCustomizer {

	/**
	 * Customize the configuration of a client that is about to be created.
	 * @param config the configuration to change
	 */
	void customize(ZKClientConfig config);

}
