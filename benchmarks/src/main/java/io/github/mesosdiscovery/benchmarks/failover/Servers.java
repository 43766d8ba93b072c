package io.github.mesosdiscovery.benchmarks.failover;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * Servers that are given a fair chance, unlike those of the tests.
 */
public final class Servers {

	private Servers() {
	}

	/**
	 * Start a server with a compiler that optimizes, memory, and the times of a
	 * production.
	 * @param version the version of ZooKeeper
	 * @return the running server
	 */
	public static ZooKeeperProcess start(String version) {
		return ZooKeeperProcess.start(version, "-Xmx512m", "-XX:TieredStopAtLevel=4", "tickTime=2000",
				"minSessionTimeout=4000", "maxSessionTimeout=40000");
	}

}
