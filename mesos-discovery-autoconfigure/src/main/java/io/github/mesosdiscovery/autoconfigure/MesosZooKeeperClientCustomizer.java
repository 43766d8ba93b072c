package io.github.mesosdiscovery.autoconfigure;

import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Callback that customizes the configuration of the ZooKeeper client of each
 * auto-configured locator. Other ZooKeeper clients of the process are not affected.
 * <p>
 * Beans of this type are called in order, after this library's own settings, which they
 * can override: once when a locator is created, which fails if one of them throws, and
 * then for each of its sessions, on a thread of the locator.
 */
@FunctionalInterface
public interface MesosZooKeeperClientCustomizer {

	/**
	 * Customize the configuration of a client that is about to be created.
	 * @param config the configuration to change
	 */
	void customize(ZKClientConfig config);

}
