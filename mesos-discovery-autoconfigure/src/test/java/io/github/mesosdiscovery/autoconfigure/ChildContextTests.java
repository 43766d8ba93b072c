package io.github.mesosdiscovery.autoconfigure;

import java.util.Map;

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

	@Test
	void childTakesTheLocatorsOfItsParent() {
		try (ConfigurableApplicationContext parent = parent(Application.class)) {
			try (ConfigurableApplicationContext child = child(parent)) {
				Child beans = child.getBean(Child.class);
				assertThat(child.getBeansOfType(MesosMasterLocator.class)).isEmpty();
				assertThat(beans.main).isSameAs(parent.getBean("mesosMasterLocator"));
				assertThat(beans.east).isSameAs(parent.getBean("mesosMasterLocator-east"));
				CompositeHealthContributor health = child.getBean("mesosHealthContributor",
						CompositeHealthContributor.class);
				assertThat(health.getContributor("east")).isNotNull();
				assertThat(child.getBean(MesosEndpoint.class).cluster("east").leader()).isNotNull();
			}
			assertThat(parent.getBean("mesosMasterLocator-east", ZooKeeperMasterLocator.class).isRunning()).isTrue();
		}
	}

	@Test
	void clientsOfAChildFollowTheLocatorsOfItsParent() {
		try (StubMaster main = new StubMaster(1);
				StubMaster east = new StubMaster(2);
				ConfigurableApplicationContext parent = parent(Application.class,
						"mesos.discovery.zk=127.0.0.1:" + main.master().port(),
						"mesos.discovery.clusters.east.zk=127.0.0.1:" + east.master().port());
				ConfigurableApplicationContext child = child(parent)) {
			Child beans = child.getBean(Child.class);
			assertThat(state(beans.mainClient)).isEqualTo("from id-1");
			assertThat(state(beans.eastClient)).isEqualTo("from id-2");
		}
	}

	@Test
	void childAddsClustersOfItsOwn() {
		try (ConfigurableApplicationContext parent = parent(Application.class);
				ConfigurableApplicationContext child = child(parent,
						"--mesos.discovery.clusters.west.zk=127.0.0.3:5050")) {
			assertThat(child.getBeansOfType(MesosMasterLocator.class)).containsOnlyKeys("mesosMasterLocator-west");
			Child beans = child.getBean(Child.class);
			assertThat(beans.main.leader().orElseThrow().ip()).isEqualTo("127.0.0.1");
			Map<String, MesosMasterLocator> named = NamedLocators.of(child.getBeanFactory(),
					beans.provider.getIfUnique());
			assertThat(named).containsOnlyKeys("default", "east", "west").containsEntry("default", beans.main);
		}
	}

	@Test
	void locatorOfTheApplicationWithTheNameOfAClusterIsTaken() {
		try (ConfigurableApplicationContext parent = parent(OwnEastApplication.class);
				ConfigurableApplicationContext child = child(parent)) {
			Child beans = child.getBean(Child.class);
			assertThat(beans.east).isInstanceOf(FakeMasterLocator.class);
			assertThat(child.getBean(MesosEndpoint.class).cluster("east").masters()).hasSize(3);
		}
	}

	@Test
	void primaryLocatorOfTheApplicationIsTheMainOne() {
		try (ConfigurableApplicationContext parent = parent(PrimaryApplication.class);
				ConfigurableApplicationContext child = child(parent)) {
			Child beans = child.getBean(Child.class);
			assertThat(beans.main).isInstanceOf(FakeMasterLocator.class).isSameAs(beans.provider.getIfUnique());
			assertThat(child.getBean(MesosEndpoint.class).masters().masters()).hasSize(2);
			assertThat(child.getBean(MesosEndpoint.class).cluster("east").leader()).isNotNull();
		}
	}

	private static ConfigurableApplicationContext parent(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("mesos.discovery.zk=127.0.0.1:5050", "mesos.discovery.clusters.east.zk=127.0.0.2:5050",
					"management.endpoints.web.exposure.include=mesos")
			.properties(properties)
			.run();
	}

	private static ConfigurableApplicationContext child(ConfigurableApplicationContext parent, String... arguments) {
		return new SpringApplicationBuilder(ChildApplication.class).parent(parent)
			.web(WebApplicationType.NONE)
			.run(arguments);
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
