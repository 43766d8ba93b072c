package io.github.mesosdiscovery.test;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.server.Request;

/**
 * How often each session asked the server for what. Pings are not counted.
 */
final class RequestCounts {

	private final Map<Long, Map<String, Integer>> bySession = new ConcurrentHashMap<>();

	void add(Request request) {
		if (request.type != OpCode.ping) {
			this.bySession.computeIfAbsent(request.sessionId, (session) -> new ConcurrentHashMap<>())
				.merge(Request.op2String(request.type), 1, Integer::sum);
		}
	}

	Map<String, Integer> of(long session) {
		return new TreeMap<>(this.bySession.getOrDefault(session, Map.of()));
	}

}
