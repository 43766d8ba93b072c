package io.github.mesosdiscovery.autoconfigure.container;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZooKeeperDockerComposeConnectionDetailsFactory}, as Spring Boot finds
 * and calls it for a service that runs.
 */
class ZooKeeperDockerComposeConnectionDetailsFactoryTests {

	private static final String CONNECTION = "org.springframework.boot.service-connection";

	@Test
	void serviceOfTheImage() {
		assertThat(mechanism("zookeeper:3.9", Map.of())).isEqualTo("zk://127.0.0.1:40001/mesos");
	}

	@Test
	void pathOfTheLabel() {
		assertThat(mechanism("zookeeper", Map.of("io.github.mesosdiscovery.path", "/other")))
			.isEqualTo("zk://127.0.0.1:40001/other");
	}

	@Test
	void otherImageWithTheLabelOfSpringBoot() {
		assertThat(mechanism("registry.example.com/our/coordination", Map.of(CONNECTION, "zookeeper")))
			.isEqualTo("zk://127.0.0.1:40001/mesos");
	}

	@Test
	void otherImageIsNone() {
		assertThat(mechanism("registry.example.com/our/coordination", Map.of())).isNull();
		assertThat(mechanism("zookeeper", Map.of(CONNECTION, "redis"))).isNull();
	}

	private static @Nullable String mechanism(String image, Map<String, String> labels) {
		Object details = new ConnectionDetailsFactories(null)
			.getConnectionDetails(source(new Service(ImageReference.of(image), labels)), false)
			.get(MesosDiscoveryConnectionDetails.class);
		return (details != null) ? ((MesosDiscoveryConnectionDetails) details).getMechanism() : null;
	}

	/** Only Spring Boot itself makes one, and only of what Docker answers. */
	private static DockerComposeConnectionSource source(RunningService service) {
		try {
			Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
				.getDeclaredConstructor(RunningService.class, Environment.class);
			constructor.setAccessible(true);
			return BeanUtils.instantiateClass(constructor, service, new MockEnvironment());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Service(ImageReference image, Map<String, String> labels) implements RunningService {

		@Override
		public String name() {
			return "masters";
		}

		@Override
		public String host() {
			return "127.0.0.1";
		}

		@Override
		public ConnectionPorts ports() {
			return new Ports();
		}

		@Override
		public Map<String, @Nullable String> env() {
			return Map.of();
		}

	}

	private static final class Ports implements ConnectionPorts {

		@Override
		public int get(int containerPort) {
			assertThat(containerPort).isEqualTo(2181);
			return 40001;
		}

		@Override
		public List<Integer> getAll() {
			return List.of(40001);
		}

		@Override
		public List<Integer> getAll(@Nullable String protocol) {
			return getAll();
		}

	}

}
