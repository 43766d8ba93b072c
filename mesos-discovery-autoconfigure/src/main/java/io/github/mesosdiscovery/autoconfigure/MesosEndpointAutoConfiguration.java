package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpointWebExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link MesosEndpoint}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@ConditionalOnAvailableEndpoint(MesosEndpoint.class)
public final class MesosEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MesosEndpoint mesosEndpoint(ObjectProvider<MesosMasterLocator> locator,
			ConfigurableListableBeanFactory beanFactory) {
		MesosMasterLocator main = locator.getIfUnique();
		return new MesosEndpoint(main, NamedLocators.of(beanFactory, main));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = MesosEndpoint.class, exposure = EndpointExposure.WEB)
	MesosEndpointWebExtension mesosEndpointWebExtension(MesosEndpoint endpoint) {
		return new MesosEndpointWebExtension(endpoint);
	}

}
