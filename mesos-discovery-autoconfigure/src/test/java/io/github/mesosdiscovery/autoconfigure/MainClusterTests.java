package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for which cluster is followed, and what is logged about it at the start.
 */
class MainClusterTests {

	private static final String DEFAULT_TAKEN = "INFO The property 'mesos.discovery.zk' is not set; "
			+ "following the default, zk://localhost:2181/mesos";

	private static final String WHITE_SPACE = " begins or ends with white space or a line break";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class));

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.mesosdiscovery.autoconfigure");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
		assertThat(lines()).noneMatch((line) -> line.contains("canary"));
	}

	@Test
	void theDefaultIsLogged() {
		this.contextRunner.run((context) -> assertThat(context.getBean(MesosMasterLocator.class)).asString()
			.contains("localhost:2181/mesos"));
		assertThat(lines()).containsOnlyOnce(DEFAULT_TAKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk", "mesos.discovery.zk.url", "mesos.discovery.clusters.east.zk" })
	void nothingIsLoggedWithoutTheDefault(String property) {
		this.contextRunner.withPropertyValues(property + "=127.0.0.1:5050")
			.run((context) -> assertThat(context).hasSingleBean(MesosMasterLocator.class));
		assertThat(lines()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk", "mesos.discovery.zk.url", "mesos.discovery.clusters.west.zk" })
	void noValueIsEvaluatedByConditions(String property) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("east", Map.of("mesos.discovery.clusters.east.zk", "127.0.0.1:5050")));
			context.getEnvironment().getPropertySources().addFirst(new LazyPropertySource(property));
			context.register(MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class);
			context.refreshForAotProcessing(new RuntimeHints());
			assertThat(context.containsBeanDefinition("mesosMasterLocator")).isEqualTo(!property.contains("west"));
		}
	}

	@Test
	void environmentVariableOfAMainClusterWithoutUrl() {
		this.contextRunner.withPropertyValues("mesos.discovery.clusters.east.zk=127.0.0.1:5050")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("MESOS_DISCOVERY_ZK_SESSION_TIMEOUT", "6s"))))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mesos.discovery.zk is wrong: it is not set"));
	}

	@ParameterizedTest
	@CsvSource({ "on, true", "yes, true", "TRUE, true", "1, true", "off, false", "no, false", "0, false" })
	void enabledIsAnyBoolean(String value, boolean enabled) {
		ApplicationContextRunner both = this.contextRunner.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050",
				"mesos.discovery.clusters.east.zk=127.0.0.1:5050");
		both.withPropertyValues("mesos.discovery.enabled=" + value)
			.run((context) -> assertThat(context.getBeanNamesForType(MesosMasterLocator.class))
				.hasSize(enabled ? 2 : 0));
		both.withPropertyValues("mesos.discovery.clusters.east.enabled=" + value)
			.run((context) -> assertThat(context.getBeanNamesForType(MesosMasterLocator.class))
				.hasSize(enabled ? 2 : 1));
	}

	@ParameterizedTest
	@CsvSource({ "mesos.discovery, username", "mesos.discovery, password", "mesos.discovery.clusters.east, password" })
	void whiteSpaceAroundCredentials(String prefix, String key) {
		String property = prefix + ".zk." + key;
		this.contextRunner
			.withPropertyValues(prefix + ".zk=zk://127.0.0.1:1/mesos", prefix + ".zk.username=user",
					prefix + ".zk.password=canary")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("secret", Map.of(property, "canary\n"))))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("WARN The " + key.replace("username", "user name") + " for the ZooKeeper of '" + prefix + "'"
					+ WHITE_SPACE);
	}

	@ParameterizedTest
	@CsvSource({ "'user: canary', The password", "' user:canary', The user name", "'user:canary\t', The password" })
	void whiteSpaceAroundCredentialsOfAUrl(String userInfo, String what) {
		this.contextRunner.withPropertyValues("mesos.discovery.zk.url=zk://" + userInfo + "@127.0.0.1:1/mesos")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("WARN " + what + " for the ZooKeeper of 'mesos.discovery'");
	}

	@Test
	void whiteSpaceAroundCredentialsOfConnectionDetails() {
		this.contextRunner.withBean(MesosDiscoveryConnectionDetails.class, () -> new MesosDiscoveryConnectionDetails() {

			@Override
			public String getMechanism() {
				return "zk://127.0.0.1:1/mesos";
			}

			@Override
			public String getUsername() {
				return "user";
			}

			@Override
			public String getPassword() {
				return "canary\r\n";
			}

		}).run((context) -> assertThat(context).hasNotFailed());
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("WARN The password for the ZooKeeper of 'mesos.discovery'" + WHITE_SPACE);
	}

	private List<String> lines() {
		return this.appender.list.stream()
			.map((event) -> event.getLevel() + " " + event.getFormattedMessage())
			.toList();
	}

}
