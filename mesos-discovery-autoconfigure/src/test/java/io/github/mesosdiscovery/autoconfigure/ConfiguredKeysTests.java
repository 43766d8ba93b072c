package io.github.mesosdiscovery.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConfiguredKeys}.
 */
class ConfiguredKeysTests {

	private static final String PREFIX = "mesos.discovery.clusters.";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void noneOfOtherProperties() {
		properties("mesos.discovery.zk", "mesos.discovery.cluster.east.zk", "mesos.discovery.clustersize");
		assertThat(ConfiguredKeys.clusters(this.environment)).isEmpty();
		assertThat(ConfiguredKeys.hasClusters(this.environment)).isFalse();
	}

	@Test
	void eachOnceInOrder() {
		properties(PREFIX + "west.zk.url", PREFIX + "east-1.zk", PREFIX + "east-1.zk.session-timeout",
				PREFIX + "2.master.scheme");
		assertThat(ConfiguredKeys.clusters(this.environment)).containsExactly("2", "east-1", "west");
		assertThat(ConfiguredKeys.hasClusters(this.environment)).isTrue();
	}

	@Test
	void ofEnvironmentVariables() {
		environmentVariables("MESOS_DISCOVERY_CLUSTERS_EAST_ZK_SESSIONTIMEOUT", "MESOS_DISCOVERY_CLUSTERS_EAST_ZK");
		assertThat(ConfiguredKeys.clusters(this.environment)).containsExactly("east");
	}

	@Test
	void environmentVariableWithoutHyphensMeansTheSameCluster() {
		properties(PREFIX + "east-1.zk");
		environmentVariables("MESOS_DISCOVERY_CLUSTERS_EAST1_ZK_PASSWORD");
		assertThat(ConfiguredKeys.clusters(this.environment)).containsExactly("east-1");
	}

	@Test
	void noneThatIsDisabled() {
		properties(PREFIX + "east.zk", PREFIX + "west.zk");
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("first", Map.of(PREFIX + "east.enabled", "false")));
		assertThat(ConfiguredKeys.clusters(this.environment)).containsExactly("west");
	}

	@Test
	void noValueIsEvaluated() {
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("first", Map.of(PREFIX + "east.zk", "${nothing.has.this.name}")));
		assertThat(ConfiguredKeys.clusters(this.environment)).containsExactly("east");
	}

	@ParameterizedTest
	@ValueSource(strings = { "East", "[east_1]", "[a.b]", "default", "[-east]", "[é]", "[a/b]" })
	void invalidNames(String name) {
		properties(PREFIX.substring(0, PREFIX.length() - (name.startsWith("[") ? 1 : 0)) + name + ".zk");
		assertThatExceptionOfType(InvalidMesosConfigurationException.class)
			.isThrownBy(() -> ConfiguredKeys.clusters(this.environment))
			.withMessageStartingWith("Property " + PREFIX
					+ (name.matches("\\[[\\w.-]+]|\\w+") ? name.replaceAll("[\\[\\]]", "") : "<name>") + " is wrong: ")
			.withMessageEndingWith("For example: mesos.discovery.clusters.east.zk=zk://localhost:2181/mesos");
	}

	private void properties(String... names) {
		Map<String, Object> values = new HashMap<>();
		for (String name : names) {
			values.put(name, "x");
		}
		this.environment.getPropertySources().addLast(new MapPropertySource("properties", values));
	}

	private void environmentVariables(String... names) {
		Map<String, Object> values = new HashMap<>();
		for (String name : names) {
			values.put(name, "x");
		}
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values));
	}

}
