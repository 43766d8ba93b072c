package io.github.mesosdiscovery.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.autoconfigure.http.MesosHttpClientAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.http.MesosHttpProperties;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the conditions of all auto-configurations together, found as an application
 * finds them.
 */
class MesosDiscoveryConditionsTests {

	private static final String PACKAGE = "io.github.mesosdiscovery";

	private final Set<Thread> before = threads();

	private final FakeMasterLocator own = new FakeMasterLocator(Masters.connected(Masters.master(1)));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("management.endpoints.web.exposure.include=*");

	private final ApplicationContextRunner byName = new ApplicationContextRunner().withUserConfiguration(ByName.class)
		.withBean("own", MesosMasterLocator.class, () -> this.own)
		.withPropertyValues("management.endpoints.web.exposure.include=*");

	@Test
	void worksWithAllOnTheClassPath() {
		this.byName.run((context) -> assertThat(context).hasBean("mesosEndpoint")
			.hasBean("mesosHealthContributor")
			.hasBean("mesosSanitizingFunction")
			.hasBean("mesosLeaderWebClientBuilder"));
	}

	@Test
	void nothingWhenDisabled() {
		this.contextRunner.withPropertyValues("mesos.discovery.enabled=false").run(this::assertHasNothingOfOurs);
	}

	@Test
	void nothingWhenDisabledInWebApplication() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("mesos.discovery.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(beansOfOurs(context)).isEmpty());
	}

	@Test
	@DisplayName("#76 The user's own locator beats the properties")
	void usersOwnLocatorIsShownAndNothingElseIsMade() {
		this.contextRunner.withBean("own", MesosMasterLocator.class, () -> this.own)
			.withPropertyValues("mesos.discovery.zk=not used", "mesos.discovery.zk.session-timeout=-1")
			.run((context) -> {
				assertThat(context.getBean(MesosMasterLocator.class)).isSameAs(this.own);
				assertThat(context).doesNotHaveBean(MesosLocatorLifecycle.class)
					.doesNotHaveBean(MesosDiscoveryProperties.class)
					.hasSingleBean(MesosHealthIndicator.class)
					.hasSingleBean(MesosEndpoint.class);
			});
	}

	@Test
	void worksWithoutActuator() {
		this.byName.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("mesosEndpoint")
				.doesNotHaveBean("mesosSanitizingFunction")
				.hasBean("mesosHealthContributor"));
	}

	@Test
	void worksWithoutActuatorAndHealth() {
		this.byName
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("mesosEndpoint")
				.doesNotHaveBean("mesosHealthContributor"));
	}

	@Test
	void worksWithoutMicrometer() {
		this.byName.withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("mesosMeterBinder")
				.hasBean("mesosHealthContributor")
				.hasBean("mesosEndpoint"));
	}

	@ParameterizedTest
	@CsvSource({ "org.springframework.boot.restclient, false, true", "org.springframework.boot.webclient, true, false",
			"org.springframework.web, false, false", "org.springframework.web.reactive, true, false",
			"org.springframework.boot.http.client, false, false" })
	void worksWithoutClients(String missing, boolean restClient, boolean webClient) {
		this.byName.withClassLoader(new FilteredClassLoader(missing)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.containsBean("mesosLeaderRestClientBuilder")).isEqualTo(restClient);
			assertThat(context.containsBean("mesosLeaderWebClientBuilder")).isEqualTo(webClient);
			assertThat(context.getBeanProvider(MesosHttpProperties.class).getIfAvailable() != null)
				.isEqualTo(restClient || webClient);
		});
	}

	@Test
	void importsAreSorted() {
		assertThat(imports()).containsExactly(MesosClustersAutoConfiguration.class.getName(),
				MesosDiscoveryAutoConfiguration.class.getName(), MesosEndpointAutoConfiguration.class.getName(),
				MesosHealthContributorAutoConfiguration.class.getName(), MesosMetricsAutoConfiguration.class.getName(),
				MesosSanitizingAutoConfiguration.class.getName(), MesosHttpClientAutoConfiguration.class.getName());
	}

	private void assertHasNothingOfOurs(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		assertThat(beansOfOurs(context)).isEmpty();
		assertThat(this.before).containsAll(threads());
	}

	private static Set<Thread> threads() {
		return LiveThreads.named((name) -> name.contains("mesos"));
	}

	private Stream<String> beansOfOurs(ApplicationContext context) {
		return Arrays.stream(context.getBeanDefinitionNames())
			.filter((name) -> name.contains("mesos") || name.startsWith(PACKAGE))
			.filter((name) -> !name.contains("ConditionsTests"));
	}

	private static Stream<String> imports() {
		return ImportCandidates.load(AutoConfiguration.class, MesosDiscoveryConditionsTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(PACKAGE));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Names only: what is not on the class path must not be loaded by the test.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(Selector.class)
	static class ByName {

	}

	static class Selector implements DeferredImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importingClassMetadata) {
			return imports().toArray(String[]::new);
		}

	}

}
