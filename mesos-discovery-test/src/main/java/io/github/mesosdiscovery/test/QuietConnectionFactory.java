package io.github.mesosdiscovery.test;

import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn;

/**
 * Connection factory without a limit of connections and without MBeans.
 */
final class QuietConnectionFactory extends NIOServerCnxnFactory {

	@Override
	protected void initMaxCnxns() {
	}

	@Override
	public void registerConnection(ServerCnxn connection) {
	}

	@Override
	public void unregisterConnection(ServerCnxn connection) {
	}

}
