package io.github.mesosdiscovery.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.curator.test.TestingZooKeeperMain.TestZooKeeperServer;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.ServerConfig;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;

/**
 * Curator's server for tests, which registers no MBeans, and counts the requests of each
 * session except pings.
 */
final class CountingZooKeeperServer extends TestZooKeeperServer {

	private final Map<Long, Map<String, Integer>> requests;

	CountingZooKeeperServer(FileTxnSnapLog log, ServerConfig config, Map<Long, Map<String, Integer>> requests) {
		super(log, config);
		this.requests = requests;
	}

	@Override
	public void submitRequestNow(Request request) {
		if (request.type != OpCode.ping) {
			this.requests.computeIfAbsent(request.sessionId, (session) -> new ConcurrentHashMap<>())
				.merge(Request.op2String(request.type), 1, Integer::sum);
		}
		super.submitRequestNow(request);
	}

}
