package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.LeaderChanges;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
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
@AutoConfiguration(after = MesosDiscoveryAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBooleanProperty(name = "mesos.discovery.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(MesosMasterLocator.class)
@ConditionalOnAvailableEndpoint(MesosEndpoint.class)
public final class MesosEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LeaderChanges mesosLeaderChanges() {
		return new LeaderChanges();
	}

	@Bean
	@ConditionalOnMissingBean
	MesosEndpoint mesosEndpoint(MesosMasterLocator locator, LeaderChanges changes) {
		return new MesosEndpoint(locator, changes);
	}

}
