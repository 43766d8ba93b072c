package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderLookup;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What all HTTP clients of the leader share. What can fail by a property is made at once,
 * all else when the first client is asked for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MesosHttpProperties.class)
class LeaderLookupConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LeaderLookup mesosLeaderLookup(MesosMasterLocator locator, MesosHttpProperties properties) {
		PropertyChecks checks = new PropertyChecks(PropertyChecks.MAIN_PREFIX);
		return new LeaderLookup(locator,
				checks.notNegative("http.wait-for-leader", properties.getWaitForLeader(), "5s"));
	}

	@Bean
	@Lazy
	LeaderLookups mesosLeaderLookups(LeaderLookup lookup, ConfigurableListableBeanFactory beanFactory) {
		return new LeaderLookups(lookup, beanFactory);
	}

}
