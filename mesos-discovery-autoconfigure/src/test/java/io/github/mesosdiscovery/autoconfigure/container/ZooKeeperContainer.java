package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Behaves like a container that runs, while a ZooKeeper in this JVM takes its place.
 */
class ZooKeeperContainer extends GenericContainer<ZooKeeperContainer> {

	private final String image;

	private final Map<String, String> labels;

	private @Nullable TestMesosCluster cluster;

	ZooKeeperContainer(String image, Map<String, String> labels) {
		super(DockerImageName.parse(image));
		this.image = image;
		this.labels = labels;
	}

	@Override
	public synchronized void start() {
		if (this.cluster == null) {
			this.cluster = TestMesosCluster.builder().path("/other").masters(1).start();
		}
	}

	@Override
	public synchronized void stop() {
		if (this.cluster != null) {
			this.cluster.close();
			this.cluster = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.cluster != null;
	}

	@Override
	public String getDockerImageName() {
		return this.image;
	}

	@Override
	public Map<String, String> getLabels() {
		return this.labels;
	}

	@Override
	public String getHost() {
		return "127.0.0.1";
	}

	@Override
	public synchronized Integer getMappedPort(int port) {
		if (port != 2181 || this.cluster == null) {
			throw new IllegalArgumentException("Port " + port + " is not mapped");
		}
		String servers = this.cluster.connectString();
		return Integer.valueOf(servers.substring(servers.indexOf(':') + 1));
	}

}
