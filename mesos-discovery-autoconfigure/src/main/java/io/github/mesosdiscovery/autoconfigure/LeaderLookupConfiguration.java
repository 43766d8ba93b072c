package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * What all HTTP clients of the leader share. What can fail by a property is made at once,
 * all else when the first client is asked for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MesosHttpProperties.class)
@Import(MesosBindHandler.Registrar.class)
class LeaderLookupConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(MesosMasterLocator.class)
	LeaderLookup mesosLeaderLookup(MesosMasterLocator locator, MesosHttpProperties properties) {
		return new LeaderLookup(locator, waitForLeader(properties));
	}

	@Bean
	@Lazy
	LeaderLookups mesosLeaderLookups(ObjectProvider<LeaderLookup> lookup, MesosHttpProperties properties,
			ConfigurableListableBeanFactory beanFactory) {
		LeaderLookup main = lookup.getIfAvailable();
		return new LeaderLookups(main, (main != null) ? main.waitForLeader() : waitForLeader(properties), beanFactory);
	}

	private static Duration waitForLeader(MesosHttpProperties properties) {
		return new PropertyChecks(PropertyChecks.MAIN_PREFIX).zeroOrMore("http.wait-for-leader",
				properties.getWaitForLeader(), "5s");
	}

}
