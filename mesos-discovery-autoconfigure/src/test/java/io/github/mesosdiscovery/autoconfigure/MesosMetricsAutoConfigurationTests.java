package io.github.mesosdiscovery.autoconfigure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosMetricsAutoConfiguration}.
 */
class MesosMetricsAutoConfigurationTests {

	private static final String BINDER = "mesosMeterBinder";

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosMetricsAutoConfiguration.class))
		.withBean("own", MesosMasterLocator.class, () -> locator(1));

	private final ApplicationContextRunner contextRunner = this.withoutRegistry
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@Test
	void singleLocatorIsTheMainCluster() {
		this.contextRunner.run((context) -> {
			assertThat(clusters(context)).containsExactly("default");
			assertThat(masters(context, "default")).isEqualTo(1);
		});
	}

	@Test
	void primaryLocatorIsTheMainCluster() {
		this.contextRunner
			.withBean("first", MesosMasterLocator.class, () -> locator(2), (definition) -> definition.setPrimary(true))
			.run((context) -> {
				assertThat(clusters(context)).containsExactlyInAnyOrder("default", "own");
				assertThat(masters(context, "default")).isEqualTo(2);
				assertThat(masters(context, "own")).isEqualTo(1);
			});
	}

	@Test
	void defaultCandidateIsTheMainCluster() {
		this.contextRunner
			.withBean("other", MesosMasterLocator.class, () -> locator(2),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				assertThat(clusters(context)).containsExactlyInAnyOrder("default", "other");
				assertThat(masters(context, "other")).isEqualTo(2);
			});
	}

	@Test
	void allAreNamedByTheirBeansWithoutAMainCluster() {
		this.contextRunner.withBean("other", MesosMasterLocator.class, () -> locator(2))
			.run((context) -> assertThat(clusters(context)).containsExactlyInAnyOrder("own", "other"));
	}

	@Test
	void noneWithoutRegistry() {
		this.withoutRegistry.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(BINDER));
	}

	@Test
	void noneWithoutLocator() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MesosMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
							CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(MeterRegistry.class).doesNotHaveBean(BINDER));
	}

	@Test
	void noneWhenDiscoveryIsDisabled() {
		this.contextRunner.withPropertyValues("mesos.discovery.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(BINDER));
	}

	@Test
	void givesWayToTheUsersOwn() {
		this.contextRunner.withBean(MesosDiscoveryMetrics.class, () -> new MesosDiscoveryMetrics(locator(3), "mine"))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(BINDER);
				assertThat(clusters(context)).containsExactly("mine");
			});
	}

	@Test
	void metersCanBeDisabled() {
		this.contextRunner.withPropertyValues("management.metrics.enable.mesos.discovery.leader=false")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.find("mesos.discovery.leader.known").gauge()).isNull();
				assertThat(registry.find("mesos.discovery.masters").gauge()).isNotNull();
			});
	}

	@Test
	void metersExistInALazyContext() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(clusters(context)).containsExactly("default"));
	}

	private static FakeMasterLocator locator(int masters) {
		return new FakeMasterLocator(Masters
			.connected(IntStream.rangeClosed(1, masters).mapToObj(Masters::master).toArray(MesosMaster[]::new)));
	}

	private static Set<String> clusters(ApplicationContext context) {
		return context.getBean(MeterRegistry.class)
			.find("mesos.discovery.masters")
			.gauges()
			.stream()
			.map((gauge) -> String.valueOf(gauge.getId().getTag("cluster")))
			.collect(Collectors.toSet());
	}

	private static double masters(ApplicationContext context, String cluster) {
		return context.getBean(MeterRegistry.class)
			.get("mesos.discovery.masters")
			.tag("cluster", cluster)
			.gauge()
			.value();
	}

}
