package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.Cluster;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.Master;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.ZooKeeper;
import io.github.mesosdiscovery.codec.MasterHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link MesosDiscoveryProperties} with {@link MesosBindHandler}: the one name
 * that is a value and a prefix, from every source.
 */
class MesosDiscoveryPropertiesTests {

	private static final String URL = "zk://zk1:2181,zk2:2181/mesos";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void defaults() {
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.enabled()).isTrue();
		assertThat(bound.zk().url()).isNull();
		assertThat(bound.waitForLeader()).isZero();
		assertThat(bound.master().scheme()).isEqualTo("http");
		assertThat(bound.master().host()).isEqualTo(MasterHost.IP);
		assertThat(bound.clusters()).isEmpty();
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(bound.zk().resyncInterval()).isEqualTo(Duration.ofMinutes(1));
		assertThat(bound.zk().labels()).isEmpty();
		assertThat(bound.zk().username()).isNull();
		assertThat(bound.zk().password()).isNull();
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
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.enabled()).isFalse();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().username()).isEqualTo("app");
		assertThat(bound.zk().password()).isEqualTo("secret");
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk().resyncInterval()).isEqualTo(Duration.ofMinutes(2));
		assertThat(bound.zk().labels()).containsExactly("json.info", "info");
		assertThat(bound.master().scheme()).isEqualTo("https");
		assertThat(bound.master().host()).isEqualTo(MasterHost.HOSTNAME);
		assertThat(bound.waitForLeader()).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk", "mesos.discovery.zk.url" })
	void urlWithoutNestedKeys(String name) throws IOException {
		properties(name + "=" + URL);
		assertThat(bind().zk().url()).isEqualTo(URL);
	}

	@Test
	void nestedKeysWithoutAPlainValue() throws IOException {
		properties("mesos.discovery.zk.session-timeout=5s");
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isNull();
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
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
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk().labels()).containsExactly("json.info");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MESOS_DISCOVERY_ZK", "MESOS_DISCOVERY_ZK_URL" })
	void environmentVariables(String name) {
		environmentVariables(Map.of(name, URL, "MESOS_DISCOVERY_ZK_SESSIONTIMEOUT", "5s", "MESOS_DISCOVERY_ZK_LABELS",
				"json.info,info", "MESOS_DISCOVERY_WAITFORLEADER", "30s", "MESOS_DISCOVERY_MASTER_HOST", "HOSTNAME"));
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk().labels()).containsExactly("json.info", "info");
		assertThat(bound.waitForLeader()).isEqualTo(Duration.ofSeconds(30));
		assertThat(bound.master().host()).isEqualTo(MasterHost.HOSTNAME);
	}

	@Test
	void environmentVariableOverFile() throws IOException {
		properties("mesos.discovery.zk=zk://file/mesos", "mesos.discovery.zk.session-timeout=5s");
		environmentVariables(Map.of("MESOS_DISCOVERY_ZK", URL));
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void placeholders() throws IOException {
		properties("my.hosts=zk1:2181,zk2:2181", "mesos.discovery.zk=zk://${my.hosts}/${my.path:mesos}",
				"mesos.discovery.zk.password=${my.password:}");
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().password()).isEmpty();
	}

	@Test
	void relaxedNames() throws IOException {
		properties("mesos.discovery.ZK=" + URL, "mesos.discovery.zk.session_timeout=5s",
				"mesos.discovery.zk.resyncInterval=2m", "mesos.discovery.waitForLeader=30s");
		MesosDiscoveryProperties bound = bind();
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(bound.zk().resyncInterval()).isEqualTo(Duration.ofMinutes(2));
		assertThat(bound.waitForLeader()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void commandLine() {
		MesosDiscoveryProperties bound = bind("--mesos.discovery.zk=" + URL, "--mesos.discovery.zk.session-timeout=5s");
		assertThat(bound.zk().url()).isEqualTo(URL);
		assertThat(bound.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@CsvSource({ "zk://a/mesos, '', zk://a/mesos", "zk://a/mesos, ' ', zk://a/mesos", "'', zk://a/mesos, zk://a/mesos",
			"zk://a/mesos, 'zk://a/mesos ', 'zk://a/mesos '", "'', '', ''" })
	void emptyValueIsIgnored(String value, String url, String expected) {
		assertThat(bind("--mesos.discovery.zk=" + value, "--mesos.discovery.zk.url=" + url).zk().url())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "zk://b:canary@a/mesos, mesos.discovery", "zk://a/Mesos, mesos.discovery",
			"zk://b:canary@a/mesos, mesos.discovery.clusters.us-east" })
	void differentValuesAreRefused(String url, String prefix) {
		assertThatException()
			.isThrownBy(() -> bind("--" + prefix + ".zk=zk://a/mesos", "--" + prefix + ".zk.url=" + url))
			.satisfies((ex) -> assertThat(ex).rootCause()
				.isInstanceOfSatisfying(InvalidMesosConfigurationException.class,
						(invalid) -> assertThat(invalid.getProperties()).containsExactly(prefix + ".zk",
								prefix + ".zk.url"))
				.hasMessageContaining("_ZK_URL for an environment variable")
				.hasMessageContaining(prefix + ".zk.url=zk://localhost:2181/mesos"))
			.withStackTraceContaining("'" + prefix + ".zk.url'")
			.satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).doesNotContain("canary"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://zk1:2181,zk2:2181/mesos", "127.0.0.1:5050", "5050" })
	void furtherClusterWithAPlainValue(String value) {
		ZooKeeper zk = cluster(bind("--mesos.discovery.clusters.us-east.zk=" + value), "us-east").zk();
		assertThat(zk.url()).isEqualTo(value);
		assertThat(zk.sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(zk.labels()).isEmpty();
		assertThat(zk.ssl().enabled()).isNull();
	}

	@Test
	void everyKeyOfAFurtherCluster() throws IOException {
		load(new YamlPropertySourceLoader(), """
				mesos.discovery.clusters:
				  us-east:
				    enabled: false
				    wait-for-leader: 30s
				    zk: zk://zk1:2181,zk2:2181/mesos
				    zk.username: app
				    zk.sasl.required: true
				    master:
				      scheme: https
				      host: hostname
				  west:
				    zk:
				      url: zk://zk1:2181,zk2:2181/mesos
				      session-timeout: 5s
				      labels: [json.info]
				      ssl:
				        bundle: zk
				""");
		MesosDiscoveryProperties bound = bind();
		Cluster east = cluster(bound, "us-east");
		assertThat(east.enabled()).isFalse();
		assertThat(east.waitForLeader()).isEqualTo(Duration.ofSeconds(30));
		assertThat(east.zk().url()).isEqualTo(URL);
		assertThat(east.zk().username()).isEqualTo("app");
		assertThat(east.zk().sasl().required()).isTrue();
		assertThat(east.master()).isEqualTo(new Master("https", MasterHost.HOSTNAME));
		Cluster west = cluster(bound, "west");
		assertThat(west.zk().url()).isEqualTo(URL);
		assertThat(west.zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(west.zk().labels()).containsExactly("json.info");
		assertThat(west.zk().ssl().bundle()).isEqualTo("zk");
		assertThat(west.master()).isEqualTo(bound.master());
	}

	@ParameterizedTest
	@ValueSource(strings = { "ZK", "ZK_URL" })
	void environmentVariablesOfFurtherClusters(String key) {
		environmentVariables(
				Map.of("MESOS_DISCOVERY_CLUSTERS_EAST_" + key, URL, "MESOS_DISCOVERY_CLUSTERS_EAST_ZK_SESSION_TIMEOUT",
						"5s", "MESOS_DISCOVERY_CLUSTERS_USWEST1_" + key, URL));
		MesosDiscoveryProperties bound = bind("--mesos.discovery.clusters.us-west-1.zk.password=p");
		assertThat(cluster(bound, "east").zk().url()).isEqualTo(URL);
		assertThat(cluster(bound, "east").zk().sessionTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(cluster(bound, "us-west-1").zk().url()).isEqualTo(URL);
		assertThat(cluster(bound, "us-west-1").zk().password()).isEqualTo("p");
	}

	@ParameterizedTest
	@CsvSource({ "zk.session-timeout, -1s, must not be negative", "wait-for-leader, -1s, must not be negative",
			"zk.session-timeout, 99ms, less than 100ms", "clusters.east.wait-for-leader, 10, less than 100ms",
			"clusters.east.zk.resync-interval, -PT2562047788015215H, must not be negative" })
	void unintendedDurations(String key, String value, String reason) {
		assertThatException().isThrownBy(() -> bind("--mesos.discovery." + key + "=" + value))
			.satisfies((ex) -> assertThat(ex).rootCause()
				.isInstanceOf(InvalidMesosConfigurationException.class)
				.hasMessageStartingWith("Property mesos.discovery." + key + " is wrong: it is ")
				.hasMessageContaining(reason));
	}

	@Test
	void textHidesUrlAndPassword() {
		MesosDiscoveryProperties bound = bind("--mesos.discovery.zk=zk://u:canary@a/mesos",
				"--mesos.discovery.zk.password=canary", "--mesos.discovery.clusters.east.zk=zk://u:canary@b/mesos");
		assertThat(bound.toString()).doesNotContain("canary");
	}

	private static Cluster cluster(MesosDiscoveryProperties properties, String name) {
		return Objects.requireNonNull(properties.clusters().get(name));
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

	private MesosDiscoveryProperties bind(String... arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PropertiesConfiguration.class)
			.environment(this.environment)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false")
			.run(arguments)) {
			return context.getBean(MesosDiscoveryProperties.class);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(MesosDiscoveryProperties.class)
	@Import(MesosBindHandler.Registrar.class)
	static class PropertiesConfiguration {

	}

}
