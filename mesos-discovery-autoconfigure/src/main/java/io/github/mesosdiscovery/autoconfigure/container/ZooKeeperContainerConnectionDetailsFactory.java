package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;

/**
 * {@link ContainerConnectionDetailsFactory} for a {@code @ServiceConnection} with the
 * image or the connection name {@code zookeeper}.
 */
class ZooKeeperContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, MesosDiscoveryConnectionDetails> {

	ZooKeeperContainerConnectionDetailsFactory() {
		super("zookeeper");
	}

	@Override
	protected MesosDiscoveryConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<Container<?>> source) {
		return new ZooKeeperContainerConnectionDetails(source);
	}

	private static final class ZooKeeperContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements MesosDiscoveryConnectionDetails {

		private ZooKeeperContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public String getMechanism() {
			Container<?> container = getContainer();
			Map<String, String> labels = (container instanceof GenericContainer<?> generic) ? generic.getLabels()
					: Map.of();
			return ContainerUrl.of(container.getHost(), container.getMappedPort(ContainerUrl.PORT), labels);
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

	}

}
