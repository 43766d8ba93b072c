package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.Cluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link MesosMasterLocator} of
 * each cluster below {@code mesos.discovery.clusters}.
 */
@AutoConfiguration(after = MesosDiscoveryAutoConfiguration.class)
@ConditionalOnMesosDiscovery
@Conditional(MesosClustersAutoConfiguration.ClustersCondition.class)
@EnableConfigurationProperties(MesosDiscoveryProperties.class)
@Import({ MesosBindHandler.Registrar.class, MesosClustersAutoConfiguration.BeanMethods.class,
		MesosClustersAutoConfiguration.Registrar.class })
public final class MesosClustersAutoConfiguration {

	private static final String LIFECYCLE = "mesosLocatorLifecycle-";

	/**
	 * Registers the locator and the lifecycle of each cluster. The name of the cluster
	 * qualifies the locator. A locator of the application with this name, or one of a
	 * parent context, takes precedence.
	 */
	static class Registrar implements ImportBeanDefinitionRegistrar {

		private final Environment environment;

		private final BeanFactory beanFactory;

		Registrar(Environment environment, BeanFactory beanFactory) {
			this.environment = environment;
			this.beanFactory = beanFactory;
		}

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry,
				BeanNameGenerator generator) {
			String factory = generator.generateBeanName(new AnnotatedGenericBeanDefinition(BeanMethods.class),
					registry);
			for (String name : ConfiguredKeys.clusters(this.environment)) {
				if (!isLocator(name) && !isLocator(NamedLocators.beanName(name))) {
					register(registry, factory, name);
				}
			}
		}

		private boolean isLocator(String name) {
			return this.beanFactory.containsBean(name) && this.beanFactory.isTypeMatch(name, MesosMasterLocator.class);
		}

		private static void register(BeanDefinitionRegistry registry, String factory, String cluster) {
			RootBeanDefinition locator = definition(ZooKeeperMasterLocator.class, factory, "locator", cluster);
			locator.setDescription("Locator of the Mesos cluster '" + cluster + "'");
			locator.addQualifier(new AutowireCandidateQualifier(Qualifier.class, cluster));
			// An injection point that names no cluster receives the main one.
			locator.setFallback(true);
			registry.registerBeanDefinition(NamedLocators.beanName(cluster), locator);
			RootBeanDefinition lifecycle = definition(MesosLocatorLifecycle.class, factory, "lifecycle", cluster);
			lifecycle.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			lifecycle.setAutowireCandidate(false);
			lifecycle.setLazyInit(false);
			registry.registerBeanDefinition(LIFECYCLE + cluster, lifecycle);
		}

		private static RootBeanDefinition definition(Class<?> type, String factory, String method, String cluster) {
			RootBeanDefinition definition = new RootBeanDefinition();
			definition.setTargetType(type);
			definition.setFactoryBeanName(factory);
			definition.setFactoryMethodName(method);
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, cluster);
			return definition;
		}

	}

	/**
	 * Factory methods of the beans that {@link Registrar} registers.
	 */
	record BeanMethods(MesosDiscoveryProperties properties, ApplicationContext context,
			ObjectProvider<SslBundles> bundles, ObjectProvider<MesosZooKeeperClientCustomizer> customizers) {

		ZooKeeperMasterLocator locator(String name) {
			String prefix = ConfiguredKeys.CLUSTERS + "." + name;
			Cluster cluster = cluster(name);
			MesosDiscoveryConnectionDetails details = PropertiesMesosDiscoveryConnectionDetails.of(prefix, cluster.zk(),
					this.context.getEnvironment(), this.bundles.getIfAvailable());
			return new MesosLocatorFactory(prefix, cluster, details, this.customizers.orderedStream().toList())
				.create(name, this.context.getBean(LIFECYCLE + name, MesosLocatorLifecycle.class));
		}

		MesosLocatorLifecycle lifecycle(String name) {
			return new MesosLocatorLifecycle(
					() -> this.context.getBean(NamedLocators.beanName(name), MesosMasterLocator.class), this.context,
					cluster(name).waitForLeader());
		}

		private Cluster cluster(String name) {
			Cluster cluster = this.properties.clusters().get(name);
			if (cluster == null) {
				throw InvalidMesosConfigurationException.ofProperty(ConfiguredKeys.CLUSTERS + "." + name + ".zk",
						"it is not set, and no other key has a value", MesosDiscoveryProperties.DEFAULT_URL);
			}
			return cluster;
		}

	}

	static class ClustersCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean match = ConfiguredKeys.hasClusters(context.getEnvironment());
			return new ConditionOutcome(match, ConditionMessage.forCondition("Clusters")
				.because((match ? "" : "no ") + "property below 'mesos.discovery.clusters' is set"));
		}

	}

}
