package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.github.mesosdiscovery.codec.MasterHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosDiscoveryProperties} and {@link MesosZooKeeperProperties}: the
 * one name that is a value and a prefix, from every source.
 */
class MesosDiscoveryPropertiesTests {

	private static final String URL = "zk://zk1:2181,zk2:2181/mesos";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void defaults() {
		Bound bound = bind();
		assertThat(bound.main.isEnabled()).isTrue();
		assertThat(bound.mechanism()).isEmpty();
		assertThat(bound.main.getWaitForLeader()).isZero();
		assertThat(bound.main.getMaster().getScheme()).isEqualTo("http");
		assertThat(bound.main.getMaster().getHost()).isEqualTo(MasterHost.IP);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(bound.zk.getResyncInterval()).isEqualTo(Duration.ofMinutes(1));
		assertThat(bound.zk.getLabels()).isEmpty();
		assertThat(bound.zk.getUsername()).isNull();
		assertThat(bound.zk.getPassword()).isNull();
	}

	@Test
	void everythingFromProperties() throws IOException {
		properties("""
				mesos.discovery.enabled=false
				mesos.discovery.zk=zk://zk1:2181,zk2:2181/mesos
				mesos.discovery.zk.username=app
				mesos.discovery.zk.password=secret
				mesos.discovery.zk.session-timeout=5s
				mesos.discovery.zk.resync-interval=2m
				mesos.discovery.zk.labels=json.info,info
				mesos.discovery.master.scheme=https
				mesos.discovery.master.host=hostname
				mesos.discovery.wait-for-leader=30s
				""");
		Bound bound = bind();
		assertThat(bound.main.isEnabled()).isFalse();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getUsername()).isEqualTo("app");
		assertThat(bound.zk.getPassword()).isEqualTo("secret");
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk.getResyncInterval()).isEqualTo(Duration.ofMinutes(2));
		assertThat(bound.zk.getLabels()).containsExactly("json.info", "info");
		assertThat(bound.main.getMaster().getScheme()).isEqualTo("https");
		assertThat(bound.main.getMaster().getHost()).isEqualTo(MasterHost.HOSTNAME);
		assertThat(bound.main.getWaitForLeader()).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk", "mesos.discovery.zk.url" })
	void oneSpellingWithoutOthersBelowIt(String name) throws IOException {
		properties(name + "=" + URL);
		assertThat(bind().mechanism()).isEqualTo(URL);
	}

	@Test
	void keysBelowWithoutTheScalar() throws IOException {
		properties("mesos.discovery.zk.session-timeout=5s");
		Bound bound = bind();
		assertThat(bound.mechanism()).isEmpty();
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			mesos:
			  discovery:
			    zk: zk://zk1:2181,zk2:2181/mesos
			    zk.session-timeout: 5s
			    zk.labels: [json.info]
			""", """
			mesos:
			  discovery:
			    zk: zk://zk1:2181,zk2:2181/mesos
			mesos.discovery.zk:
			  session-timeout: 5s
			  labels:
			    - json.info
			""", """
			mesos:
			  discovery:
			    zk:
			      url: zk://zk1:2181,zk2:2181/mesos
			      session-timeout: 5s
			      labels:
			        - json.info
			""", """
			mesos.discovery.zk: zk://zk1:2181,zk2:2181/mesos
			mesos.discovery.zk.sessionTimeout: 5s
			mesos.discovery.zk.labels: json.info
			""" })
	void bothSpellingsFromYaml(String yaml) throws IOException {
		load(new YamlPropertySourceLoader(), yaml);
		Bound bound = bind();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk.getLabels()).containsExactly("json.info");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MESOS_DISCOVERY_ZK", "MESOS_DISCOVERY_ZK_URL" })
	void environmentVariables(String name) {
		environmentVariables(Map.of(name, URL, "MESOS_DISCOVERY_ZK_SESSIONTIMEOUT", "5s", "MESOS_DISCOVERY_ZK_LABELS",
				"json.info,info", "MESOS_DISCOVERY_WAITFORLEADER", "30s", "MESOS_DISCOVERY_MASTER_HOST", "HOSTNAME"));
		Bound bound = bind();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk.getLabels()).containsExactly("json.info", "info");
		assertThat(bound.main.getWaitForLeader()).isEqualTo(Duration.ofSeconds(30));
		assertThat(bound.main.getMaster().getHost()).isEqualTo(MasterHost.HOSTNAME);
	}

	@Test
	void environmentVariableOverFile() throws IOException {
		properties("mesos.discovery.zk=zk://file/mesos", "mesos.discovery.zk.session-timeout=5s");
		environmentVariables(Map.of("MESOS_DISCOVERY_ZK", URL));
		Bound bound = bind();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void placeholders() throws IOException {
		properties("my.hosts=zk1:2181,zk2:2181", "mesos.discovery.zk=zk://${my.hosts}/${my.path:mesos}",
				"mesos.discovery.zk.password=${my.password:}");
		Bound bound = bind();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getPassword()).isEmpty();
	}

	@Test
	void relaxedNames() throws IOException {
		properties("mesos.discovery.ZK=" + URL, "mesos.discovery.zk.session_timeout=5s",
				"mesos.discovery.zk.resyncInterval=2m", "mesos.discovery.waitForLeader=30s");
		Bound bound = bind();
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk.getResyncInterval()).isEqualTo(Duration.ofMinutes(2));
		assertThat(bound.main.getWaitForLeader()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void commandLine() {
		Bound bound = bind("--mesos.discovery.zk=" + URL, "--mesos.discovery.zk.session-timeout=5s");
		assertThat(bound.mechanism()).isEqualTo(URL);
		assertThat(bound.zk.getSessionTimeout()).isEqualTo(Duration.ofSeconds(5));
	}

	private void properties(String... lines) throws IOException {
		load(new PropertiesPropertySourceLoader(), String.join("\n", lines));
	}

	private void load(PropertySourceLoader loader, String text) throws IOException {
		loader.load("test", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
			.forEach(this.environment.getPropertySources()::addLast);
	}

	private void environmentVariables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

	private Bound bind(String... arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PropertiesConfiguration.class)
			.environment(this.environment)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false")
			.run(arguments)) {
			return new Bound(context.getBean(MesosDiscoveryProperties.class),
					context.getBean(MesosZooKeeperProperties.class));
		}
	}

	private record Bound(MesosDiscoveryProperties main, MesosZooKeeperProperties zk) {

		String mechanism() {
			MechanismProperty mechanism = MechanismProperty.of("mesos.discovery.zk", this.main.getZk(),
					this.zk.getUrl());
			return (mechanism != null) ? mechanism.value() : "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ MesosDiscoveryProperties.class, MesosZooKeeperProperties.class })
	static class PropertiesConfiguration {

	}

}
