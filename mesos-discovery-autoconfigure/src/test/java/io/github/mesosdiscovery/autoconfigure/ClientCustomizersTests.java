package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ZKConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MesosZooKeeperClientCustomizer}.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ClientCustomizersTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class));

	@Test
	@DisplayName("#76 Customizers of the client run in order, after the library's own settings")
	void customizersRunInOrderForEachSession() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			this.contextRunner.withPropertyValues("mesos.discovery.zk=" + cluster.mechanism())
				.withUserConfiguration(Customizers.class)
				.run((context) -> {
					context.getBean(MesosMasterLocator.class).awaitLeader(Duration.ofSeconds(30));
					// Once at the start, and once for the session.
					assertThat(context.getBean(Customizers.class).calls).hasSize(4)
						.startsWith("first null", "second first")
						.endsWith("first " + 4 * 1024 * 1024, "second first");
				});
		}
	}

	@Test
	void customizersRunInOrderForAFurtherCluster() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			this.contextRunner.withConfiguration(AutoConfigurations.of(MesosClustersAutoConfiguration.class))
				.withPropertyValues("mesos.discovery.clusters.other.zk=" + cluster.mechanism())
				.withBean("own", MesosMasterLocator.class, () -> new FakeMasterLocator(Masters.connected()))
				.withUserConfiguration(Customizers.class)
				.run((context) -> {
					context.getBean("mesosMasterLocator-other", MesosMasterLocator.class)
						.awaitLeader(Duration.ofSeconds(30));
					assertThat(context.getBean(Customizers.class).calls).containsExactly("first null", "second first",
							"first " + 4 * 1024 * 1024, "second first");
				});
		}
	}

	@Test
	void clientHasWhatACustomizerSets(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run((config) -> config
			.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, "com.example.NoSuchSocket"))) {
			assertThat(context.isRunning()).isTrue();
			await().until(() -> output.toString().contains("com.example.NoSuchSocket"));
		}
	}

	@Test
	void customizerThatThrowsFailsTheStart(CapturedOutput output) {
		ConnectionDetailsTests.fail((context) -> context.registerBean(Failing.class));
		assertThat(output).contains(
				"APPLICATION FAILED TO START", "The MesosZooKeeperClientCustomizer " + Failing.class.getName()
						+ " cannot be used: " + "it threw java.lang.IllegalStateException: no such file",
				"ZooKeeper's client");
	}

	@Test
	void customizerThatThrowsLaterIsLogged(CapturedOutput output) {
		Failing failing = new Failing();
		failing.healthy = 1;
		try (ConfigurableApplicationContext context = run(failing)) {
			assertThat(context.isRunning()).isTrue();
			await().until(() -> output.toString().contains(Failing.class.getName()));
		}
	}

	private static ConfigurableApplicationContext run(MesosZooKeeperClientCustomizer customizer) {
		return new SpringApplicationBuilder(ConnectionDetailsTests.Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "mesos.discovery.zk=zk://127.0.0.1:1/mesos",
					"logging.level.io.github.mesosdiscovery=warn")
			.initializers((GenericApplicationContext context) -> context
				.registerBean(MesosZooKeeperClientCustomizer.class, () -> customizer))
			.run();
	}

	static class Failing implements MesosZooKeeperClientCustomizer {

		private volatile int healthy;

		@Override
		public void customize(ZKClientConfig config) {
			if (this.healthy-- <= 0) {
				throw new IllegalStateException("no such file");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@Bean
		@Order(2)
		MesosZooKeeperClientCustomizer second() {
			return (config) -> this.calls.add("second " + config.getProperty("example.order"));
		}

		@Bean
		@Order(1)
		MesosZooKeeperClientCustomizer first() {
			return (config) -> {
				this.calls.add("first " + config.getProperty(ZKConfig.JUTE_MAXBUFFER));
				config.setProperty("example.order", "first");
			};
		}

	}

}
