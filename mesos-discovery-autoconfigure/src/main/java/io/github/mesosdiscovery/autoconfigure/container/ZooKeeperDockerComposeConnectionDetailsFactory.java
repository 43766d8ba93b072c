package io.github.mesosdiscovery.autoconfigure.container;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * Makes {@link MesosDiscoveryConnectionDetails} of a service with the image
 * {@code zookeeper}, or with the label of Spring Boot that says so.
 */
class ZooKeeperDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<MesosDiscoveryConnectionDetails> {

	ZooKeeperDockerComposeConnectionDetailsFactory() {
		super("zookeeper");
	}

	@Override
	protected MesosDiscoveryConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new ZooKeeperDockerComposeConnectionDetails(source.getRunningService());
	}

	private static final class ZooKeeperDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements MesosDiscoveryConnectionDetails {

		private final String mechanism;

		private final @Nullable SslBundle sslBundle;

		private ZooKeeperDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.mechanism = ContainerMechanism.of(service.host(), service.ports().get(ContainerMechanism.PORT),
					service.labels());
			this.sslBundle = getSslBundle(service);
		}

		@Override
		public String getMechanism() {
			return this.mechanism;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
