package io.github.mesosdiscovery.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SpringBootVersionCheck}. The application {@code on-spring-boot-3} of
 * the starter has that version indeed.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpringBootVersionCheckTests {

	@ParameterizedTest
	@ValueSource(strings = { "2.7.18", "3.0.0-M1", "3.5.16" })
	void earlierVersionFailsWithAnAnalysis(String version, CapturedOutput output) {
		assertThatExceptionOfType(InvalidMesosConfigurationException.class).isThrownBy(() -> run(version));
		assertThat(output).contains("APPLICATION FAILED TO START",
				"needs Spring Boot 4 or later, and this is Spring Boot " + version, "'mesos.discovery.enabled'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.0", "4.2.0-M1", "10.0.0" })
	void supportedVersionStarts(String version) {
		run(version).close();
	}

	@Test
	void earlierVersionStartsWhenDiscoveryIsDisabled() {
		run("3.5.16", "mesos.discovery.enabled=false").close();
	}

	@Test
	void isRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationContextInitializer.class))
			.hasAtLeastOneElementOfType(SpringBootVersionCheck.class);
	}

	private static ConfigurableApplicationContext run(String version, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.initializers(new SpringBootVersionCheck(version))
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
