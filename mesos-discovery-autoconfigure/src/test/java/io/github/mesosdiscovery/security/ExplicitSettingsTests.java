package io.github.mesosdiscovery.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.MesosClustersAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosZooKeeperClientCustomizer;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for explicit settings against system properties of ZooKeeper's client that are
 * meant for another ensemble.
 */
@Timeout(120)
class ExplicitSettingsTests {

	private static final Map<String, String> SYSTEM = Map.of(ZKClientConfig.SECURE_CLIENT, "true",
			ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, "org.apache.zookeeper.ClientCnxnSocketNetty",
			ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");

	private static final String UNREACHABLE = "=zk://127.0.0.1:1/mesos";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MesosDiscoveryAutoConfiguration.class,
				MesosClustersAutoConfiguration.class));

	@BeforeEach
	void set() {
		SYSTEM.forEach(System::setProperty);
	}

	@AfterEach
	void clear() {
		SYSTEM.keySet().forEach(System::clearProperty);
	}

	@Test
	void explicitlyWithoutTlsTheLocatorConnectsInClearText() throws InterruptedException {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(cluster.mechanism())
				.plaintext()
				.build()) {
				locator.start();
				assertThat(locator.awaitLeader(Duration.ofSeconds(60))).isNotNull();
			}
			this.contextRunner
				.withPropertyValues("mesos.discovery.zk=" + cluster.mechanism(), "mesos.discovery.zk.ssl.enabled=false",
						"mesos.discovery.clusters.east.zk=" + cluster.mechanism(),
						"mesos.discovery.clusters.east.zk.ssl.enabled=false")
				.run((context) -> {
					for (MesosMasterLocator locator : context.getBeansOfType(MesosMasterLocator.class).values()) {
						assertThat(locator.awaitLeader(Duration.ofSeconds(60))).isNotNull();
					}
				});
		}
	}

	@ParameterizedTest
	@CsvSource({ "ssl.enabled=false, false, false", "ssl.enabled=true, true, false", "session-timeout=10s, true, false",
			"ssl.bundle=, true, false", "sasl.required=true, true, true", "sasl.required=false, true, false" })
	void explicitSettingsWinAndOthersLeaveTheSystemPropertiesInForce(String setting, String secure, String sasl) {
		for (String zk : new String[] { "mesos.discovery.zk", "mesos.discovery.clusters.east.zk" }) {
			Map<String, String> seen = new ConcurrentHashMap<>();
			MesosZooKeeperClientCustomizer customizer = (config) -> SYSTEM.keySet()
				.forEach((name) -> seen.put(name, String.valueOf(config.getProperty(name))));
			this.contextRunner.withBean(MesosZooKeeperClientCustomizer.class, () -> customizer)
				.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050", zk + UNREACHABLE, zk + "." + setting)
				.run((context) -> await()
					.untilAsserted(() -> assertThat(seen).containsEntry(ZKClientConfig.SECURE_CLIENT, secure)
						.containsEntry(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, sasl)));
		}
	}

}
