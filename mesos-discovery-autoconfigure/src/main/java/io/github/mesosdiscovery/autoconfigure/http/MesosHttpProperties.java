package io.github.mesosdiscovery.autoconfigure.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the HTTP clients for the leading master.
 *
 * @param waitForLeader Maximum time that a request waits for a leading master, at least
 * 100ms. Zero does not wait.
 */
@ConfigurationProperties("mesos.discovery.http")
public record MesosHttpProperties(@DefaultValue("0s") Duration waitForLeader) {
}
