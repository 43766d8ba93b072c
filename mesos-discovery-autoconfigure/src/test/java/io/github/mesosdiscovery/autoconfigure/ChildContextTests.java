package io.github.mesosdiscovery.autoconfigure;

import java.util.Map;
import java.util.Objects;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a context with a parent, both auto-configured.
 */
@Timeout(60)
class ChildContextTests {

	private static final String MAIN = "mesos.discovery.zk=127.0.0.1:5050";

	private static final String EAST = "mesos.discovery.clusters.east.zk=127.0.0.2:5050";

	@Test
	void childTakesTheLocatorsOfItsParent() {
		try (ConfigurableApplicationContext child = run(Application.class)) {
			ConfigurableApplicationContext parent = (ConfigurableApplicationContext) Objects
				.requireNonNull(child.getParent());
			Child beans = child.getBean(Child.class);
			assertThat(child.getBeansOfType(MesosMasterLocator.class)).isEmpty();
			assertThat(beans.main).isSameAs(parent.getBean("mesosMasterLocator"));
			assertThat(beans.east).isSameAs(parent.getBean("east"));
			assertThat(child.getBean("mesosHealthContributor", CompositeHealthContributor.class).getContributor("east"))
				.isNotNull();
			assertThat(child.getBean(MesosEndpoint.class).cluster("east").leader()).isNotNull();
			child.close();
			assertThat(parent.getBean("east", ZooKeeperMasterLocator.class).isRunning()).isTrue();
			parent.close();
		}
	}

	@Test
	void clientsOfAChildFollowTheLocatorsOfItsParent() {
		try (StubMaster main = new StubMaster(1);
				StubMaster east = new StubMaster(2);
				ConfigurableApplicationContext child = run(Application.class,
						"mesos.discovery.zk=127.0.0.1:" + main.master().port(),
						"mesos.discovery.clusters.east.zk=127.0.0.1:" + east.master().port())) {
			Child beans = child.getBean(Child.class);
			assertThat(state(beans.mainClient)).isEqualTo("from id-1");
			assertThat(state(beans.eastClient)).isEqualTo("from id-2");
			closeParent(child);
		}
	}

	@Test
	void childAddsClustersOfItsOwn() {
		try (ConfigurableApplicationContext parent = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run("--" + MAIN);
				ConfigurableApplicationContext child = new SpringApplicationBuilder(ChildApplication.class)
					.parent(parent)
					.web(WebApplicationType.NONE)
					.run("--" + EAST)) {
			assertThat(child.getBeansOfType(MesosMasterLocator.class)).containsOnlyKeys("east");
			Child beans = child.getBean(Child.class);
			assertThat(beans.main.leader().orElseThrow().ip()).isEqualTo("127.0.0.1");
			Map<String, MesosMasterLocator> named = NamedLocators.of(child.getBeanFactory(),
					beans.provider.getIfUnique());
			assertThat(named).containsOnlyKeys("default", "east").containsEntry("default", beans.main);
		}
	}

	@Test
	void locatorOfTheApplicationWithTheNameOfAClusterIsTaken() {
		try (ConfigurableApplicationContext child = run(OwnEastApplication.class)) {
			Child beans = child.getBean(Child.class);
			assertThat(beans.east).isInstanceOf(FakeMasterLocator.class);
			assertThat(beans.main).isInstanceOf(ZooKeeperMasterLocator.class);
			assertThat(child.getBean(MesosEndpoint.class).cluster("east").masters()).hasSize(3);
			closeParent(child);
		}
	}

	@Test
	void primaryLocatorOfTheApplicationIsTheMainOne() {
		try (ConfigurableApplicationContext child = run(PrimaryApplication.class)) {
			Child beans = child.getBean(Child.class);
			assertThat(beans.main).isInstanceOf(FakeMasterLocator.class).isSameAs(beans.provider.getIfUnique());
			assertThat(child.getBean(MesosEndpoint.class).masters().masters()).hasSize(2);
			assertThat(child.getBean(MesosEndpoint.class).cluster("east").leader()).isNotNull();
			closeParent(child);
		}
	}

	private static ConfigurableApplicationContext run(Class<?> parent, String... properties) {
		return new SpringApplicationBuilder(parent)
			.properties(MAIN, EAST, "management.endpoints.web.exposure.include=mesos")
			.properties(properties)
			.web(WebApplicationType.NONE)
			.child(ChildApplication.class)
			.run();
	}

	private static void closeParent(ConfigurableApplicationContext child) {
		child.close();
		((ConfigurableApplicationContext) Objects.requireNonNull(child.getParent())).close();
	}

	private static String state(RestClient.Builder builder) {
		return String.valueOf(builder.build().get().uri("/").retrieve().body(String.class));
	}

	record Child(MesosMasterLocator main, MesosMasterLocator east, ObjectProvider<MesosMasterLocator> provider,
			RestClient.Builder mainClient, RestClient.Builder eastClient) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ChildApplication {

		@Bean
		Child childBeans(MesosMasterLocator main, @Qualifier("east") MesosMasterLocator east,
				ObjectProvider<MesosMasterLocator> provider, @MesosLeader RestClient.Builder mainClient,
				@MesosLeader("east") RestClient.Builder eastClient) {
			return new Child(main, east, provider, mainClient, eastClient);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnEastApplication {

		@Bean(defaultCandidate = false)
		MesosMasterLocator east() {
			return new FakeMasterLocator(Masters.connected(Masters.master(1), Masters.master(2), Masters.master(3)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PrimaryApplication {

		@Bean
		@Primary
		MesosMasterLocator first() {
			return new FakeMasterLocator(Masters.connected(Masters.master(1), Masters.master(2)));
		}

		@Bean
		MesosMasterLocator second() {
			return new FakeMasterLocator(Masters.connected());
		}

	}

}
