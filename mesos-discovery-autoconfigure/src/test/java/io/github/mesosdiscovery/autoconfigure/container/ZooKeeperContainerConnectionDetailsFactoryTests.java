package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsNotFoundException;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZooKeeperContainerConnectionDetailsFactory}, with containers that are
 * beans.
 */
class ZooKeeperContainerConnectionDetailsFactoryTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class));

	@Test
	void containerWithTheConnectionName() {
		this.contextRunner.withUserConfiguration(OtherImageWithName.class).run((context) -> {
			ZooKeeperContainer container = context.getBean(ZooKeeperContainer.class);
			assertThat(context.getBean(MesosDiscoveryConnectionDetails.class).getMechanism())
				.isEqualTo("zk://127.0.0.1:" + container.getMappedPort(2181) + "/mesos");
		});
	}

	@Test
	void otherImageIsNone() {
		this.contextRunner.withUserConfiguration(OtherImage.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(ConnectionDetailsNotFoundException.class)
				.hasMessageContaining("You may need to add a 'name'"));
	}

	@Test
	void nothingOfTestcontainersIsNeeded() {
		new ApplicationContextRunner()
			.withClassLoader(new FilteredClassLoader("org.testcontainers", "org.springframework.boot.testcontainers",
					"org.springframework.boot.docker"))
			.withConfiguration(
					AutoConfigurations.of(io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration.class))
			.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MesosDiscoveryConnectionDetails.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherImageWithName {

		@Bean
		@ServiceConnection(name = "zookeeper")
		ZooKeeperContainer zooKeeper() {
			return new ZooKeeperContainer("registry.example.com/our/coordination:1", Map.of());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherImage {

		@Bean
		@ServiceConnection
		GenericContainer<?> other() {
			return new ZooKeeperContainer("registry.example.com/our/coordination:1", Map.of());
		}

	}

}
