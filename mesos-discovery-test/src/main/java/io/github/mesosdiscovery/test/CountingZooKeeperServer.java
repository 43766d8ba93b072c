package io.github.mesosdiscovery.test;

import org.apache.curator.test.TestingZooKeeperMain.TestZooKeeperServer;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.ServerConfig;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;

/**
 * Curator's server for tests, which registers no MBeans, with a count of its requests.
 */
final class CountingZooKeeperServer extends TestZooKeeperServer {

	private final RequestCounts requests;

	CountingZooKeeperServer(FileTxnSnapLog log, ServerConfig config, RequestCounts requests) {
		super(log, config);
		this.requests = requests;
	}

	@Override
	public void submitRequestNow(Request request) {
		this.requests.add(request);
		super.submitRequestNow(request);
	}

}
