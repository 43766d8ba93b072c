package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import io.github.mesosdiscovery.url.MasterUrl;

/**
 * The URL of a ZooKeeper container.
 */
final class ContainerUrl {

	static final int PORT = 2181;

	/** Label of a container whose masters do not register under {@code /mesos}. */
	static final String PATH_LABEL = "io.github.mesosdiscovery.path";

	private ContainerUrl() {
	}

	static String of(String host, int port, Map<String, String> labels) {
		String path = labels.getOrDefault(PATH_LABEL, "/mesos").strip();
		boolean ipv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
		return MasterUrl.ZOOKEEPER_SCHEME + (ipv6 ? "[" + host + "]" : host) + ":" + port
				+ (path.startsWith("/") ? path : "/" + path);
	}

}
