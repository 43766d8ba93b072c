package io.github.mesosdiscovery.autoconfigure;

import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

/**
 * Tests for what the endpoint {@code configprops} shows of the properties.
 */
class ConfigurationPropertiesReportTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class,
				MesosClustersAutoConfiguration.class, MesosSanitizingAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=configprops",
				"management.endpoint.configprops.show-values=always",
				"mesos.discovery.clusters.east.zk=zk://user:canary@127.0.0.1:1/mesos",
				"mesos.discovery.clusters.east.zk.session-timeout=5s",
				"mesos.discovery.clusters.west.zk.url=127.0.0.1:5050", "mesos.discovery.clusters.west.zk.labels=info");

	@Test
	void everyKeyOfEveryClusterIsShown() {
		this.contextRunner.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050", "mesos.discovery.zk.username=")
			.run((context) -> {
				Map<String, Object> properties = properties(
						context.getBean(ConfigurationPropertiesReportEndpoint.class));
				assertThat(properties).containsEntry("enabled", true).containsEntry("waitForLeader", "PT0S");
				assertThat(properties).extractingByKey("zk", map(String.class, Object.class))
					.containsEntry("url", "127.0.0.1:5050")
					.containsKey("ssl");
				assertThat(cluster(properties, "east")).containsEntry("url", "zk://******@127.0.0.1:1/mesos")
					.containsEntry("sessionTimeout", "PT5S")
					.containsEntry("resyncInterval", "PT1M");
				assertThat(cluster(properties, "west")).containsEntry("url", "127.0.0.1:5050")
					.extractingByKey("labels")
					.asString()
					.contains("info");
			});
	}

	@Test
	void furtherClustersAloneAreShownToo() {
		this.contextRunner.run((context) -> assertThat(
				cluster(properties(context.getBean(ConfigurationPropertiesReportEndpoint.class)), "east"))
			.containsEntry("sessionTimeout", "PT5S"));
	}

	private static Map<String, Object> properties(ConfigurationPropertiesReportEndpoint endpoint) {
		return endpoint.configurationPropertiesWithPrefix("mesos.discovery")
			.getContexts()
			.values()
			.iterator()
			.next()
			.getBeans()
			.values()
			.iterator()
			.next()
			.getProperties();
	}

	private static Map<String, Object> cluster(Map<String, Object> properties, String name) {
		return child(child(child(properties, "clusters"), name), "zk");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> child(Map<String, Object> properties, String key) {
		return (Map<String, Object>) Objects.requireNonNull(properties.get(key));
	}

}
