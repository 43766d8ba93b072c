package io.github.mesosdiscovery.autoconfigure.container;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * {@link DockerComposeConnectionDetailsFactory} for a service with the image or the
 * connection label {@code zookeeper}.
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

		private final String url;

		private final @Nullable SslBundle sslBundle;

		private ZooKeeperDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.url = ContainerUrl.of(service.host(), service.ports().get(ContainerUrl.PORT), service.labels());
			this.sslBundle = getSslBundle(service);
		}

		@Override
		public String getMechanism() {
			return this.url;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
