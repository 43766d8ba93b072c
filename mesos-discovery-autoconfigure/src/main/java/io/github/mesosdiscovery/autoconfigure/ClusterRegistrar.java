package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the beans of each further cluster: the locator, which has the name of the
 * cluster, its event publisher and its lifecycle. A locator of that name that the
 * application or a parent context has is used instead.
 */
class ClusterRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	ClusterRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		for (String name : ClusterNames.of(this.environment)) {
			BeanFactory beans = (registry instanceof BeanFactory factory) ? factory : null;
			boolean taken = registry.isBeanNameInUse(name) || (beans != null && beans.containsBean(name));
			if (!taken) {
				register(registry, name);
			}
			else if (beans == null || !beans.containsBean(name) || !beans.isTypeMatch(name, MesosMasterLocator.class)) {
				throw clash(name);
			}
		}
	}

	private static void register(BeanDefinitionRegistry registry, String name) {
		RootBeanDefinition locator = definition(ZooKeeperMasterLocator.class, "locator", name);
		locator.setDescription("Locator of the Mesos cluster '" + name + "'");
		// An injection point that names no cluster gets the main one.
		locator.setFallback(true);
		registry.registerBeanDefinition(name, locator);
		registry.registerBeanDefinition(ClusterLocators.EVENTS + name,
				infrastructure(new RootBeanDefinition(ContextEventPublisher.class)));
		registry.registerBeanDefinition(NamedLocators.LIFECYCLE + name,
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

	private static InvalidMesosPropertyException clash(String name) {
		String clusters = PropertyChecks.MAIN_PREFIX + ".clusters.";
		return new InvalidMesosPropertyException(clusters + name,
				"there is another bean with the name '" + name + "', which that of the cluster's locator would be",
				clusters + "mesos-" + name + ".zk=" + MechanismProperty.DEFAULT);
	}

}
