package io.github.mesosdiscovery.benchmarks.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * ZooKeeper servers with production settings, unlike those of the tests.
 */
public final class Servers {

	private static final Pattern WATCHES = Pattern.compile("zk_watch_count\\s+(\\d+)");

	private Servers() {
	}

	/**
	 * Start a server with an optimizing compiler, memory, and ZooKeeper's default times.
	 */
	public static ZooKeeperProcess start(String version) {
		return ZooKeeperProcess.start(version, "-Xmx512m", "-XX:TieredStopAtLevel=4", "tickTime=2000",
				"minSessionTimeout=4000", "maxSessionTimeout=40000");
	}

	/** Return how many watches a server holds. */
	public static int watches(ZooKeeperProcess server) {
		String answer = server.ask("mntr");
		Matcher watches = WATCHES.matcher(answer);
		if (!watches.find()) {
			throw new IllegalStateException("No number of watches in: " + answer);
		}
		return Integer.parseInt(watches.group(1));
	}

}
