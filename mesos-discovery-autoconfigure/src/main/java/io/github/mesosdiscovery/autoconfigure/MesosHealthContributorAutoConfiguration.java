package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link MesosHealthIndicator}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@ConditionalOnEnabledHealthIndicator("mesos")
public final class MesosHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<MesosHealthIndicator, MesosMasterLocator> {

	MesosHealthContributorAutoConfiguration() {
		super(MesosHealthIndicator::new);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "mesosHealthIndicator", "mesosHealthContributor" })
	HealthContributor mesosHealthContributor(ObjectProvider<MesosMasterLocator> main,
			ConfigurableListableBeanFactory beanFactory) {
		return createContributor(NamedLocators.of(beanFactory, main.getIfUnique()));
	}

}
