package io.github.mesosdiscovery.sample.demo;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DemoInitializer}.
 */
@Timeout(60)
class DemoInitializerTests {

	private final GenericApplicationContext context = new GenericApplicationContext();

	@ParameterizedTest
	@CsvSource({ "mesos.discovery.zk, zk://zk1/mesos", "mesos.discovery.zk.url, zk://zk1/mesos",
			"mesos.discovery.zk, ''", "MESOS_DISCOVERY_ZK, zk://zk1/mesos", "MESOS_DISCOVERY_ZK_URL, zk://zk1/mesos" })
	void startsNothingIfThePropertyIsSet(String name, String value) {
		initialize(name, value);
		assertThat(this.context.containsBean("demoCluster")).isFalse();
		assertThat(this.context.getEnvironment().getPropertySources().contains("demo")).isFalse();
	}

	@Test
	void startsADemo() {
		initialize("mesos.discovery.master.scheme", "http");
		this.context.refresh();
		DemoCluster demo = this.context.getBean(DemoCluster.class);
		assertThat(this.context.getEnvironment().getProperty("mesos.discovery.zk")).isEqualTo(demo.url());
		assertThat(this.context.getEnvironment().getProperty("sample.framework.enabled")).isEqualTo("true");
		this.context.close();
		assertClosed(demo);
	}

	@Test
	void leavesTheFrameworkDisabled() {
		initialize("sample.framework.enabled", "false");
		this.context.refresh();
		assertThat(this.context.getEnvironment().getProperty("sample.framework.enabled")).isEqualTo("false");
		this.context.close();
	}

	@Test
	void startsNothingAheadOfTime() {
		SpringProperties.setFlag(AbstractAotProcessor.AOT_PROCESSING);
		try {
			initialize("mesos.discovery.master.scheme", "http");
		}
		finally {
			SpringProperties.setProperty(AbstractAotProcessor.AOT_PROCESSING, null);
		}
		assertThat(this.context.containsBean("demoCluster")).isFalse();
	}

	@Test
	void endsTheDemoWhenTheContextFails() {
		initialize("mesos.discovery.master.scheme", "http");
		DemoCluster demo = this.context.getBeanFactory().getBean(DemoCluster.class);
		this.context.registerBean("broken", Object.class, () -> {
			throw new IllegalStateException("broken");
		});
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(this.context::refresh);
		assertClosed(demo);
	}

	private void initialize(String name, String value) {
		StandardEnvironment environment = new StandardEnvironment();
		Map<String, Object> properties = Map.of(name, value);
		environment.getPropertySources()
			.addFirst(
					name.startsWith("MESOS") ? new SystemEnvironmentPropertySource("test-systemEnvironment", properties)
							: new MapPropertySource("test", properties));
		ConfigurationPropertySources.attach(environment);
		this.context.setEnvironment(environment);
		new DemoInitializer().initialize(this.context);
	}

	private static void assertClosed(DemoCluster demo) {
		assertThat(demo.isRunning()).isFalse();
	}

}
