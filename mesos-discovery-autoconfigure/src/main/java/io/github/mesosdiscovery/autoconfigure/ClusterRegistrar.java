package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the beans of each further cluster: the locator, which is qualified by the
 * name of the cluster, its event publisher and its lifecycle. A locator of the
 * application that has the name of the cluster, or one of a parent context, is used
 * instead.
 */
class ClusterRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final BeanFactory beanFactory;

	ClusterRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		for (String name : ConfiguredKeys.clusters(this.environment)) {
			if (!isLocator(name) && !isLocator(NamedLocators.beanName(name))) {
				register(registry, name);
			}
		}
	}

	private boolean isLocator(String name) {
		return this.beanFactory.containsBean(name) && this.beanFactory.isTypeMatch(name, MesosMasterLocator.class);
	}

	private static void register(BeanDefinitionRegistry registry, String name) {
		RootBeanDefinition locator = definition(ZooKeeperMasterLocator.class, "locator", name);
		locator.setDescription("Locator of the Mesos cluster '" + name + "'");
		locator.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		// An injection point that names no cluster receives the main one.
		locator.setFallback(true);
		registry.registerBeanDefinition(NamedLocators.beanName(name), locator);
		registry.registerBeanDefinition(ClusterLocators.EVENTS + name,
				infrastructure(new RootBeanDefinition(ContextEventPublisher.class)));
		registry.registerBeanDefinition(ClusterLocators.LIFECYCLE + name,
				infrastructure(definition(MesosLocatorLifecycle.class, "lifecycle", name)));
	}

	private static RootBeanDefinition definition(Class<?> type, String method, String cluster) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setFactoryBeanName(ClusterLocators.BEAN);
		definition.setFactoryMethodName(method);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, cluster);
		return definition;
	}

	private static RootBeanDefinition infrastructure(RootBeanDefinition definition) {
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		definition.setAutowireCandidate(false);
		definition.setLazyInit(false);
		return definition;
	}

}
