package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;

/**
 * How a locator connects, and who is to blame when that cannot be.
 */
interface LocatorConnection {

	/**
	 * Begin a locator.
	 * @return a new builder, with mechanism, credentials and TLS
	 */
	ZooKeeperMasterLocatorBuilder builder();

	static LocatorConnection of(MesosDiscoveryConnectionDetails details) {
		return (details instanceof LocatorConnection connection) ? connection : new ConnectionDetailsBean(details);
	}

}
