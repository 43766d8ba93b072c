package io.github.mesosdiscovery.zookeeper;

import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Tells one client of ZooKeeper what system properties say, as ZooKeeper's own
 * configuration does, but does not ask the JVM for its default TLS context on the way. To
 * make that, all certificates that the JVM trusts are read, which takes more CPU time
 * than all else that the client does until it is connected. Where system properties turn
 * TLS on, the client asks for it later.
 */
final class SystemClientConfig extends ZKClientConfig {

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
