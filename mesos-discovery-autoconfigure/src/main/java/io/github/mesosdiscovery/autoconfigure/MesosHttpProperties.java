package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the HTTP clients that send to the leading Mesos master.
 */
@ConfigurationProperties("mesos.discovery.http")
public class MesosHttpProperties {

	/**
	 * Longest time that a request to the leading master waits for one. Zero does not
	 * wait.
	 */
	private Duration waitForLeader = Duration.ofSeconds(0);

	public Duration getWaitForLeader() {
		return this.waitForLeader;
	}

	public void setWaitForLeader(Duration waitForLeader) {
		this.waitForLeader = waitForLeader;
	}

}
