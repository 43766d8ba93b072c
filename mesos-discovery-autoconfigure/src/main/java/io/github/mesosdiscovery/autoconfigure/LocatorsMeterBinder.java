package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Binds the meters of every locator in the context. The one that is injected where
 * nothing is said is the main cluster; any other is named by its bean, as Spring Boot
 * does for data sources and caches.
 *
 * @param main the locator of the main cluster
 * @param beanFactory holds the locators; they are looked up when a registry is there
 */
record LocatorsMeterBinder(ObjectProvider<MesosMasterLocator> main,
		ConfigurableListableBeanFactory beanFactory) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		NamedLocators.of(this.beanFactory, this.main.getIfUnique())
			.forEach((name, locator) -> new MesosDiscoveryMetrics(locator, name).bindTo(registry));
	}

}
