package io.github.mesosdiscovery.benchmarks.cost;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * A server with the settings that ZooKeeper has by itself, and memory enough.
 */
final class Server {

	private static final Pattern WATCHES = Pattern.compile("zk_watch_count\\s+(\\d+)");

	private Server() {
	}

	static ZooKeeperProcess start(String version) {
		return ZooKeeperProcess.start(version, "-Xmx512m", "-XX:TieredStopAtLevel=4", "tickTime=2000",
				"minSessionTimeout=4000", "maxSessionTimeout=40000");
	}

	/** Not by {@code wchs}, which leaves the watches of children out. */
	static int watches(ZooKeeperProcess server) {
		String answer = server.ask("mntr");
		Matcher watches = WATCHES.matcher(answer);
		if (!watches.find()) {
			throw new IllegalStateException("No number of watches in: " + answer);
		}
		return Integer.parseInt(watches.group(1));
	}

}
