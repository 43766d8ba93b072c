package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.LeaderChanges;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpointWebExtension;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link MesosEndpoint}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBooleanProperty(name = "mesos.discovery.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(MesosMasterLocator.class)
@ConditionalOnAvailableEndpoint(MesosEndpoint.class)
public final class MesosEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LeaderChanges mesosLeaderChanges(MesosMasterLocator locator, ConfigurableListableBeanFactory beanFactory) {
		return new LeaderChanges(
				NamedLocators.of(beanFactory, locator).values().stream().filter((other) -> other != locator).toList());
	}

	@Bean
	@ConditionalOnMissingBean
	MesosEndpoint mesosEndpoint(MesosMasterLocator locator, ConfigurableListableBeanFactory beanFactory,
			LeaderChanges changes) {
		return new MesosEndpoint(locator, NamedLocators.of(beanFactory, locator), changes);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = MesosEndpoint.class, exposure = EndpointExposure.WEB)
	MesosEndpointWebExtension mesosEndpointWebExtension(MesosEndpoint endpoint) {
		return new MesosEndpointWebExtension(endpoint);
	}

}
