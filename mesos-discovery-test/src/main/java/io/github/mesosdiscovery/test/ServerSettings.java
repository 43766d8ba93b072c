package io.github.mesosdiscovery.test;

import java.time.Duration;

import org.apache.zookeeper.server.ServerConfig;

/**
 * The clocks of the embedded ZooKeeper.
 *
 * @param tickTime how finely the server counts session timeouts
 * @param minSessionTimeout the shortest session timeout that a client gets
 * @param maxSessionTimeout the longest session timeout that a client gets
 */
record ServerSettings(Duration tickTime, Duration minSessionTimeout, Duration maxSessionTimeout) {

	ServerConfig config(String directory) {
		ServerConfig config = new ServerConfig();
		config.parse(new String[] { "0", directory, Long.toString(this.tickTime.toMillis()) });
		return config;
	}

}
