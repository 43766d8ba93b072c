package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/**
 * Binds the meters of every locator in the context. The one that is injected where
 * nothing is said is the main cluster; any other is named by its bean, as Spring Boot
 * does for data sources and caches.
 *
 * @param beanFactory holds the locators; they are looked up when a registry is there
 */
record LocatorsMeterBinder(ConfigurableListableBeanFactory beanFactory) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		MesosMasterLocator main = this.beanFactory.getBeanProvider(MesosMasterLocator.class).getIfUnique();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(this.beanFactory, MesosMasterLocator.class)
			.forEach((name, locator) -> new MesosDiscoveryMetrics(locator, cluster(name, locator, main))
				.bindTo(registry));
	}

	private static String cluster(String name, MesosMasterLocator locator, @Nullable MesosMasterLocator main) {
		return (locator == main) ? MesosDiscoveryMetrics.DEFAULT_CLUSTER : name;
	}

}
