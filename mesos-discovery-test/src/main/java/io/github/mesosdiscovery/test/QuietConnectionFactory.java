package io.github.mesosdiscovery.test;

import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn;

/**
 * Accepts connections without a limit and registers no MBean for each of them.
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
