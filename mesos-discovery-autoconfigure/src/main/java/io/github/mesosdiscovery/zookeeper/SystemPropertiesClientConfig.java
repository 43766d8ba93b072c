package io.github.mesosdiscovery.zookeeper;

import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Takes the settings of ZooKeeper's client from system properties, like its superclass,
 * but without the JVM's default TLS context. Reading every certificate that the JVM
 * trusts takes as long as everything else until the first leader is known.
 */
final class SystemPropertiesClientConfig extends ZKClientConfig {

	private static final String PREFIX = "zookeeper.";

	/** Called by the constructor. */
	@Override
	protected void handleBackwardCompatibility() {
		for (String name : System.getProperties().stringPropertyNames()) {
			if (name.startsWith(PREFIX) || name.equals(JUTE_MAXBUFFER) || name.equals(JGSS_NATIVE)) {
				setProperty(name, System.getProperty(name));
			}
		}
	}

}
