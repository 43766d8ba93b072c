package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

/**
 * The mechanism string of a ZooKeeper that runs in a container.
 */
final class ContainerMechanism {

	/**
	 * The port that ZooKeeper's image listens on.
	 */
	static final int PORT = 2181;

	/**
	 * The label of a container that says under which path the masters register, which is
	 * {@code /mesos} unless it is there.
	 */
	static final String PATH_LABEL = "io.github.mesosdiscovery.path";

	private static final String DEFAULT_PATH = "/mesos";

	private ContainerMechanism() {
	}

	/**
	 * Return where the masters are.
	 * @param host the host that the container is reached at
	 * @param port the port that {@link #PORT} is mapped to
	 * @param labels the labels of the container
	 * @return the mechanism string
	 */
	static String of(String host, int port, Map<String, String> labels) {
		String path = labels.getOrDefault(PATH_LABEL, DEFAULT_PATH).strip();
		boolean literal = host.indexOf(':') >= 0 && !host.startsWith("[");
		return "zk://" + (literal ? "[" + host + "]" : host) + ":" + port + (path.startsWith("/") ? path : "/" + path);
	}

}
