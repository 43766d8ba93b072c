package io.github.mesosdiscovery.test;

import java.time.Duration;

import org.apache.zookeeper.server.ServerConfig;

/**
 * Settings of the embedded ZooKeeper.
 *
 * @param tickTime the tick time
 * @param minSessionTimeout the minimum session timeout
 * @param maxSessionTimeout the maximum session timeout
 */
record ServerSettings(Duration tickTime, Duration minSessionTimeout, Duration maxSessionTimeout) {

	ServerConfig config(String directory) {
		ServerConfig config = new ServerConfig();
		config.parse(new String[] { "0", directory, Long.toString(this.tickTime.toMillis()) });
		return config;
	}

}
