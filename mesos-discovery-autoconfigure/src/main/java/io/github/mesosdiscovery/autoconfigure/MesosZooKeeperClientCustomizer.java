package io.github.mesosdiscovery.autoconfigure;

import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Changes how the ZooKeeper client of the auto-configured locators is configured, for
 * that client alone. Beans of this type are called in order, after the settings of this
 * library, which they can replace. They are called for each cluster and each session
 * anew, on a thread of the locator, and once when the locator is made, on that thread:
 * one that throws then ends the start of the application.
 */
@FunctionalInterface
public interface MesosZooKeeperClientCustomizer {

	/**
	 * Customize the configuration of a client that is about to be made.
	 * @param config the configuration to change
	 */
	void customize(ZKClientConfig config);

}
