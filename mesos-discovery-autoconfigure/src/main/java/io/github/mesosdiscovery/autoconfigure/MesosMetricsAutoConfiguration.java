package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link MesosDiscoveryMetrics} of
 * every {@link MesosMasterLocator}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnMesosDiscovery
@ConditionalOnBean({ MeterRegistry.class, MesosMasterLocator.class })
public final class MesosMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(value = MesosDiscoveryMetrics.class, name = "mesosMeterBinder")
	MeterBinder mesosMeterBinder(ObjectProvider<MesosMasterLocator> main, ConfigurableListableBeanFactory beanFactory) {
		return (registry) -> NamedLocators.of(beanFactory, main.getIfUnique())
			.forEach((name, locator) -> new MesosDiscoveryMetrics(locator, name).bindTo(registry));
	}

}
