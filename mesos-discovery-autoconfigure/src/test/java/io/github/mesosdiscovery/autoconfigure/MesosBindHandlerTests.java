package io.github.mesosdiscovery.autoconfigure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link MesosBindHandler}. What is printed is in {@link FailureReportTests}.
 */
class MesosBindHandlerTests {

	private static final String ROOT = "mesos.discovery";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void everyKeyIsKnownInEverySpelling() {
		Map<String, Object> variables = new HashMap<>();
		for (String key : ConfiguredKeys.OF_CLUSTER) {
			for (String prefix : new String[] { "mesos.discovery.", "mesos.discovery.clusters.us-east." }) {
				properties(prefix + key);
				String name = (prefix.replace("-", "") + key).replace('.', '_').toUpperCase(Locale.ROOT);
				variables.put(name.replace("-", ""), "x");
				variables.put(name.replace('-', '_'), "x");
			}
		}
		variables.put("MESOS_DISCOVERY_ZK_LABELS_0", "x");
		variables.put("MESOS_DISCOVERY_HTTP_WAITFORLEADER", "x");
		environmentVariables(variables);
		properties("mesos.discovery.zk.labels[0]", "mesos.discovery.zk.labels[12]", "mesos.discovery.zk.sessionTimeout",
				"mesos.discovery.waitForLeader", "mesos.discovery.http.wait-for-leader", "mesos.discovery.clusters",
				"mesos.discovery.zk.session_timeout", "mesos.discoveries.zk.uri");
		this.environment.getPropertySources().addLast(new MapPropertySource("empty", Map.of(ROOT, "")));
		assertThatNoException().isThrownBy(this::check);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk-url", "zkUrl", "zk_url", "z.k", "zk-password", "zkUsername", "zk.ssl-bundle",
			"zk.sslbundle", "zk.session.timeout", "wait.for.leader", "clusters.east.zk-url",
			"clusters.east.zk.session.timeout" })
	void keyWithOtherDots(String key) {
		properties("mesos.discovery." + key);
		assertRefused();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ZKURL", "ZK_SSLBUNDLE", "ZKPASSWORD", "CLUSTERS_EAST_ZKURL" })
	void environmentVariableWithOtherUnderscores(String key) {
		environmentVariables(Map.of("MESOS_DISCOVERY_" + key, "canary", "MESOS_DISCOVERY_ZK", "x"));
		assertRefused();
	}

	@Test
	void systemPropertyWithOtherDots() {
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
					new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
							Map.of("mesos.discovery.zk.session.timeout", "canary")));
		assertRefused();
	}

	@Test
	void valueOfTheRoot() {
		properties(ROOT);
		assertRefused();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk", "mesos.discovery.zk.url" })
	void noValueIsEvaluated(String name) {
		this.environment.getPropertySources().addFirst(new LazyPropertySource(name));
		environmentVariables(Map.of("MESOS_DISCOVERY_ZK_URI", "x"));
		assertThatNoException().isThrownBy(this::check);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MESOS_DISCOVERY_ZK_SERVICE_HOST", "MESOS_DISCOVERY_ZK_PORT",
			"MESOS_DISCOVERY_ZK_PORT_2181_TCP_ADDR", "MESOS_DISCOVERY_VERSION", "MESOS_DISCOVERY_PORT",
			"MESOS_DISCOVERY_SERVICE_HOST", "MESOS_DISCOVERY_HOST", "MESOS_DISCOVERY_SERVERS", "MESOS_DISCOVERY_0",
			"MESOS_DISCOVERY_ZK_CONNECT_SERVICE_HOST", "MESOS_DISCOVERY_ZOOKEEPER_PORT" })
	void environmentVariablesOfOtherPrograms(String name) {
		environmentVariables(Map.of(name, "x"));
		assertThatNoException().isThrownBy(this::check);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MESOS_DISCOVERY_ZK_URI", "MESOS_DISCOVERY_ZK_CONNECT_STRING",
			"MESOS_DISCOVERY_ZK_CONNECTSTRING", "MESOS_DISCOVERY_ZK_0", "MESOS_DISCOVERY_ZK_SERVERS",
			"MESOS_DISCOVERY_ZOOKEEPER_URL", "MESOS_DISCOVERY_ZOOKEEPER" })
	void environmentVariablesLikeTheUrlAreRefusedWithoutACluster(String name) {
		environmentVariables(Map.of(name, "canary"));
		assertThatExceptionOfType(InvalidMesosConfigurationException.class).isThrownBy(this::check)
			.withMessageContaining("there is no such property")
			.withMessageContaining("'mesos.discovery.zk'")
			.withMessageNotContaining("canary");
		environmentVariables(Map.of(name, "canary", "MESOS_DISCOVERY_ZK_URL", "x"));
		assertThatNoException().isThrownBy(this::check);
		environmentVariables(Map.of(name, "canary", "MESOS_DISCOVERY_CLUSTERS_EAST_ZK", "x"));
		assertThatNoException().isThrownBy(this::check);
	}

	@ParameterizedTest
	@ValueSource(strings = { "US_EAST_ZK", "US_EAST_1_ZK_PASSWORD", "A_B_ZK_SESSION_TIMEOUT" })
	void nameWithUnderscore(String variable) {
		environmentVariables(Map.of("MESOS_DISCOVERY_CLUSTERS_" + variable, "canary"));
		assertThatExceptionOfType(InvalidMesosConfigurationException.class).isThrownBy(this::check)
			.withMessageContaining("MESOS_DISCOVERY_CLUSTERS_USEAST_ZK for the cluster 'us-east'");
	}

	private void assertRefused() {
		assertThatExceptionOfType(InvalidMesosConfigurationException.class).isThrownBy(this::check)
			.withMessageContaining("there is no such property")
			.withMessageNotContaining("canary");
	}

	private void properties(String... names) {
		for (String name : names) {
			this.environment.getPropertySources().addLast(new MapPropertySource(name, Map.of(name, "x")));
		}
	}

	private void environmentVariables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

	private void check() {
		MesosBindHandler.checkKeys(ConfigurationPropertySources.get(this.environment));
	}

}
