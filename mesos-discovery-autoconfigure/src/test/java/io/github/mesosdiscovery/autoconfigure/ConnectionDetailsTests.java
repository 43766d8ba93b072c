package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link MesosDiscoveryConnectionDetails} as a bean of the application.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ConnectionDetailsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class));

	@Test
	@DisplayName("#76 The user's own connection details beat the properties")
	void ownDetailsBeatTheProperties() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			this.contextRunner.withBean(Details.class, () -> new Details(cluster.mechanism(), "app", "secret"))
				.withPropertyValues("mesos.discovery.zk=not looked at", "mesos.discovery.zk.password=neither",
						"mesos.discovery.zk.ssl.bundle=nor-this", "mesos.discovery.master.scheme=https")
				.run((context) -> {
					assertThat(context).hasSingleBean(MesosDiscoveryConnectionDetails.class);
					assertThat(context.getBean(MesosMasterLocator.class).awaitLeader(Duration.ofSeconds(30)).uri())
						.hasScheme("https");
				});
		}
	}

	@Test
	void propertiesAreUsedWithoutOwnDetails() {
		this.contextRunner
			.withPropertyValues("mesos.discovery.zk=zk://127.0.0.1:1/mesos", "mesos.discovery.zk.username=app",
					"mesos.discovery.zk.password=secret", "mesos.discovery.zk.ssl.enabled=true")
			.run((context) -> {
				MesosDiscoveryConnectionDetails details = context.getBean(MesosDiscoveryConnectionDetails.class);
				assertThat(details.getMechanism()).isEqualTo("zk://127.0.0.1:1/mesos");
				assertThat(details.getUsername()).isEqualTo("app");
				assertThat(details.getPassword()).isEqualTo("secret");
				assertThat(details.getSslBundle()).isNotNull();
				assertThat(details.toString()).doesNotContain("secret");
			});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			zk://u:canary@localhost, none, none, the path
			none,                    none, none, the value is empty
			zk://localhost/mesos,    none, canary, 'it has a password and no user name'
			zk://localhost/mesos,    a:b,  canary, contains a colon
			localhost:5050,          app,  canary, fixed master
			""")
	void invalidDetailsAreReportedWithoutThePassword(@Nullable String mechanism, @Nullable String username,
			@Nullable String password, String reason, CapturedOutput output) {
		fail((context) -> context.registerBean(Details.class, () -> new Details(mechanism, username, password)));
		assertThat(output)
			.contains("APPLICATION FAILED TO START",
					"The MesosDiscoveryConnectionDetails " + Details.class.getName() + " cannot be used", reason)
			.doesNotContain("canary");
	}

	@Test
	void bundleForAFixedMasterIsReported(CapturedOutput output) {
		fail((context) -> context.registerBean(Details.class, () -> new Details("localhost:5050", null, null) {

			@Override
			public SslBundle getSslBundle() {
				return SslBundle.systemDefault();
			}

		}));
		assertThat(output).contains("APPLICATION FAILED TO START", "MesosDiscoveryConnectionDetails", "fixed master");
	}

	static void fail(ApplicationContextInitializer<GenericApplicationContext> beans) {
		assertThat(catchThrowable(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.initializers(beans)
			.run()
			.close())).isNotNull();
	}

	private static class Details implements MesosDiscoveryConnectionDetails {

		private final @Nullable String mechanism;

		private final @Nullable String username;

		private final @Nullable String password;

		Details(@Nullable String mechanism, @Nullable String username, @Nullable String password) {
			this.mechanism = mechanism;
			this.username = username;
			this.password = password;
		}

		@Override
		@SuppressWarnings("NullAway")
		public String getMechanism() {
			return this.mechanism;
		}

		@Override
		public @Nullable String getUsername() {
			return this.username;
		}

		@Override
		public @Nullable String getPassword() {
			return this.password;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
