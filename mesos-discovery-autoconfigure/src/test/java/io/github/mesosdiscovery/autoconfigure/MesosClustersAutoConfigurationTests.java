package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MesosClustersAutoConfiguration}, with fixed masters.
 */
@Timeout(60)
class MesosClustersAutoConfigurationTests {

	private static final String EAST = "mesos.discovery.clusters.east.zk=127.0.0.2:5050";

	private final ApplicationContextRunner onlyClusters = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class,
						MesosHealthContributorAutoConfiguration.class, MesosEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=mesos");

	private final ApplicationContextRunner contextRunner = this.onlyClusters
		.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050");

	private final ApplicationContextRunner withClusters = this.contextRunner.withPropertyValues(EAST,
			"mesos.discovery.clusters.west-1.zk.url=127.0.0.3:5050",
			"mesos.discovery.clusters.west-1.master.scheme=https",
			"mesos.discovery.clusters.west-1.wait-for-leader=30s");

	@Test
	void nothingWithoutClusters() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(MesosMasterLocator.class)
				.hasSingleBean(MesosLocatorLifecycle.class)
				.doesNotHaveBean(MesosClustersAutoConfiguration.class);
			assertThat(context.getBean("mesosHealthContributor")).isNotInstanceOf(CompositeHealthContributor.class);
		});
	}

	@Test
	void namesOfImportedBeansDoNotMatter() {
		this.withClusters
			.withInitializer((context) -> context.getBeanFactory()
				.registerSingleton(AnnotationConfigUtils.CONFIGURATION_BEAN_NAME_GENERATOR,
						new AnnotationBeanNameGenerator()))
			.run((context) -> assertThat(context.getBean("mesosMasterLocator-east", MesosMasterLocator.class).cluster())
				.isEqualTo("east"));
	}

	@Test
	void eachClusterHasALocatorWithItsName() {
		this.withClusters.withBean(Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			assertThat(host(injected.main)).isEqualTo("127.0.0.1");
			assertThat(host(injected.east)).isEqualTo("127.0.0.2");
			assertThat(host(injected.west)).isEqualTo("127.0.0.3");
			assertThat(injected.west.leader().orElseThrow().uri()).hasScheme("https");
			assertThat(injected.all).containsOnlyKeys("mesosMasterLocator", "mesosMasterLocator-east",
					"mesosMasterLocator-west-1");
			assertThat(context.getBean(MesosMasterLocator.class)).isSameAs(injected.main);
			assertThat(injected.east).hasToString("ZooKeeperMasterLocator[mesos-discovery-east: 127.0.0.2:5050]");
		});
	}

	@Test
	void singleFurtherClusterIsInjectedUnqualifiedAndKeepsItsName() {
		this.onlyClusters.withPropertyValues(EAST).run((context) -> {
			assertThat(host(context.getBean(MesosMasterLocator.class))).isEqualTo("127.0.0.2");
			assertThat(context).hasSingleBean(MesosMasterLocator.class).doesNotHaveBean("mesosMasterLocator");
			MesosEndpoint endpoint = context.getBean(MesosEndpoint.class);
			assertThat(endpoint.masters().masters()).hasSize(1);
			assertThat(endpoint.cluster("east").masters()).hasSize(1);
			assertThatIllegalArgumentException().isThrownBy(() -> endpoint.cluster("default"))
				.withMessageEndingWith(": east");
			assertThat(context.getBean("mesosHealthContributor")).isInstanceOf(MesosHealthIndicator.class);
		});
	}

	@Test
	void severalFurtherClustersAreInjectedByName() {
		this.onlyClusters.withPropertyValues(EAST, "mesos.discovery.clusters.west.zk=127.0.0.3:5050").run((context) -> {
			assertThat(context.getBeansOfType(MesosMasterLocator.class)).containsOnlyKeys("mesosMasterLocator-east",
					"mesosMasterLocator-west");
			assertThat(context.getBeanProvider(MesosMasterLocator.class).getIfUnique()).isNull();
			MesosEndpoint endpoint = context.getBean(MesosEndpoint.class);
			assertThat(endpoint.cluster("west").masters()).hasSize(1);
			assertThatIllegalArgumentException().isThrownBy(endpoint::masters).withMessageEndingWith(": east, west");
			assertThat(context.getBean("mesosHealthContributor", CompositeHealthContributor.class)
				.stream()
				.map(CompositeHealthContributor.Entry::name)).containsExactly("east", "west");
		});
	}

	@Test
	void connectionDetailsAreOfTheMainCluster() {
		this.onlyClusters.withPropertyValues(EAST)
			.withBean(MesosDiscoveryConnectionDetails.class, () -> () -> "127.0.0.4:5050")
			.run((context) -> assertThat(host(context.getBean(MesosMasterLocator.class))).isEqualTo("127.0.0.4"));
	}

	@Test
	void theUsersOwnLocatorIsTheMainOne() {
		FakeMasterLocator own = new FakeMasterLocator(Masters.connected(Masters.master(1)));
		this.withClusters.withBean("own", MesosMasterLocator.class, () -> own).run((context) -> {
			assertThat(context.getBean(MesosMasterLocator.class)).isSameAs(own);
			assertThat(context.getBeansOfType(MesosMasterLocator.class)).containsOnlyKeys("own",
					"mesosMasterLocator-east", "mesosMasterLocator-west-1");
			assertThat(context.getBean(MesosEndpoint.class).masters().masters()).hasSize(1);
		});
	}

	@Test
	void anotherBeanCanHaveTheNameOfACluster() {
		this.withClusters.withPropertyValues("mesos.discovery.clusters.environment.zk=127.0.0.5:5050")
			.withBean("east", String.class, () -> "another bean")
			.withBean(Injected.class)
			.run((context) -> {
				assertThat(host(context.getBean(Injected.class).east)).isEqualTo("127.0.0.2");
				assertThat(context.getBean(MesosEndpoint.class).cluster("environment").masters()).hasSize(1);
				assertThat(context.getBean("east")).isEqualTo("another bean");
			});
	}

	@Test
	void aLocatorOfTheApplicationWithTheNameOfAClusterIsUsed() {
		FakeMasterLocator own = new FakeMasterLocator(Masters.connected(Masters.master(1), Masters.master(2)));
		this.contextRunner.withPropertyValues(EAST)
			.withBean("east", MesosMasterLocator.class, () -> own,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				assertThat(context).doesNotHaveBean("mesosMasterLocator-east").hasBean("mesosMasterLocator");
				assertThat(context.getBean(MesosEndpoint.class).cluster("east").masters()).hasSize(2);
			});
	}

	@Test
	void healthIsCompositeOfAll() {
		this.withClusters.run((context) -> {
			CompositeHealthContributor health = context.getBean("mesosHealthContributor",
					CompositeHealthContributor.class);
			assertThat(health.stream().map(CompositeHealthContributor.Entry::name)).containsExactly("default", "east",
					"west-1");
			assertThat(context.getBean("mesosHealthContributor")).isInstanceOf(HealthContributor.class);
		});
	}

	@Test
	void changesAreKeptApart() {
		this.withClusters.run((context) -> {
			MesosEndpoint endpoint = context.getBean(MesosEndpoint.class);
			await().untilAsserted(() -> {
				assertThat(endpoint.masters().changes()).hasSize(1);
				assertThat(endpoint.cluster("default").changes()).hasSize(1);
				assertThat(endpoint.cluster("east").changes()).hasSize(1);
				assertThat(endpoint.cluster("west-1").changes()).hasSize(1);
			});
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void eventsComeFromTheLocatorOfTheCluster(boolean lazy) {
		this.withClusters.withBean(Events.class).withInitializer((context) -> {
			if (lazy) {
				context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
			}
		}).run((context) -> {
			List<LeaderChangedEvent> events = context.getBean(Events.class).list;
			await().until(() -> events.size() == 3);
			assertThat(events).extracting(LeaderChangedEvent::getSource)
				.containsExactlyInAnyOrderElementsOf(context.getBeansOfType(MesosMasterLocator.class).values());
		});
	}

	@Test
	void allAreClosedWithTheContextAndCanBeStartedAgain() {
		ZooKeeperMasterLocator[] east = new ZooKeeperMasterLocator[1];
		this.withClusters.run((context) -> {
			east[0] = context.getBean("mesosMasterLocator-east", ZooKeeperMasterLocator.class);
			ConfigurableApplicationContext source = context
				.getSourceApplicationContext(ConfigurableApplicationContext.class);
			source.stop();
			assertThat(east[0].isRunning()).isFalse();
			source.start();
			assertThat(east[0].isRunning()).isTrue();
		});
		assertThat(east[0].isRunning()).isFalse();
	}

	@Test
	void aClusterCanBeDisabled() {
		this.withClusters.withPropertyValues("mesos.discovery.clusters.east.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("mesosMasterLocator-east")
				.hasBean("mesosMasterLocator-west-1"));
	}

	@Test
	void noneWhenDiscoveryIsDisabled() {
		this.withClusters.withPropertyValues("mesos.discovery.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MesosMasterLocator.class));
	}

	@Test
	void customizersAreForAll() {
		List<String> calls = new CopyOnWriteArrayList<>();
		this.withClusters
			.withBean(MesosZooKeeperClientCustomizer.class, () -> (config) -> calls.add(config.getClass().getName()))
			.run((context) -> assertThat(calls).hasSize(3));
	}

	@Test
	void neitherActuatorNorHealthIsNeeded() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class))
			.withPropertyValues("mesos.discovery.zk=127.0.0.1:5050", EAST)
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().hasBean("mesosMasterLocator-east"));
	}

	private static String host(MesosMasterLocator locator) {
		return locator.leader().orElseThrow().uri().getHost();
	}

	static class Injected {

		private final MesosMasterLocator main;

		private final MesosMasterLocator east;

		private final ZooKeeperMasterLocator west;

		private final Map<String, MesosMasterLocator> all;

		@Autowired
		Injected(MesosMasterLocator main, @Qualifier("east") MesosMasterLocator east,
				@Qualifier("west-1") ZooKeeperMasterLocator west, Map<String, MesosMasterLocator> all) {
			this.main = main;
			this.east = east;
			this.west = west;
			this.all = all;
		}

	}

	static class Events {

		private final List<LeaderChangedEvent> list = new CopyOnWriteArrayList<>();

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.list.add(event);
		}

	}

}
