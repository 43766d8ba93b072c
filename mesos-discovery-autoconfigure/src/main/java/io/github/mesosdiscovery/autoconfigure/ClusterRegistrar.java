package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Registers for each further cluster what the main one has: a locator, named as the
 * cluster, what hands its events on, and what starts and closes it.
 */
class ClusterRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		for (String name : ClusterNames.of(environment)) {
			String events = "mesosContextEventPublisher-" + name;
			registry.registerBean(events, ContextEventPublisher.class,
					(spec) -> spec.notAutowirable().infrastructure());
			registry.registerBean(name, ZooKeeperMasterLocator.class,
					(spec) -> spec.description("Locator of the Mesos cluster '" + name + "'")
						// Who asks for no cluster by its name gets the main one.
						.fallback()
						.supplier((context) -> locator(context, ClusterProperties.of(environment, name), events)));
			registry.registerBean("mesosLocatorLifecycle-" + name, MesosLocatorLifecycle.class,
					(spec) -> spec.notAutowirable()
						.infrastructure()
						.supplier((context) -> lifecycle(context, ClusterProperties.of(environment, name), events)));
		}
	}

	private static ZooKeeperMasterLocator locator(SupplierContext context, ClusterProperties properties,
			String events) {
		return properties.locator(context.beanProvider(SslBundles.class).getIfAvailable(),
				new ClientCustomizers(
						context.beanProvider(MesosZooKeeperClientCustomizer.class).orderedStream().toList()),
				context.bean(events, ContextEventPublisher.class));
	}

	private static MesosLocatorLifecycle lifecycle(SupplierContext context, ClusterProperties properties,
			String events) {
		ZooKeeperMasterLocator locator = context.bean(properties.name(), ZooKeeperMasterLocator.class);
		return new MesosLocatorLifecycle(locator, locator::start, locator::connect, locator::close,
				context.bean(events, ContextEventPublisher.class), properties.waitForLeader());
	}

}
