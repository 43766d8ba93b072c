package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link MesosMasterLocator}
 * of the main cluster, whose {@link LeaderChangedEvent}s and {@link MastersChangedEvent}s
 * are published to the application context. It backs off if the application has a
 * {@link MesosMasterLocator}.
 */
@AutoConfiguration
@ConditionalOnMesosDiscovery
@ConditionalOnMissingBean(MesosMasterLocator.class)
@Conditional(MesosDiscoveryAutoConfiguration.MainClusterCondition.class)
@EnableConfigurationProperties(MesosDiscoveryProperties.class)
@Import(MesosBindHandler.Registrar.class)
public final class MesosDiscoveryAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean(MesosDiscoveryConnectionDetails.class)
	PropertiesMesosDiscoveryConnectionDetails mesosDiscoveryConnectionDetails(MesosDiscoveryProperties properties,
			Environment environment, ObjectProvider<SslBundles> bundles) {
		return PropertiesMesosDiscoveryConnectionDetails.of(MesosDiscoveryProperties.PREFIX, properties.zk(),
				environment, bundles.getIfAvailable());
	}

	@Bean(destroyMethod = "close")
	ZooKeeperMasterLocator mesosMasterLocator(MesosDiscoveryProperties properties,
			MesosDiscoveryConnectionDetails details, ObjectProvider<MesosZooKeeperClientCustomizer> customizers,
			MesosLocatorLifecycle lifecycle) {
		return new MesosLocatorFactory(MesosDiscoveryProperties.PREFIX, properties.main(), details,
				customizers.orderedStream().toList())
			.create(MesosMasterLocator.DEFAULT_CLUSTER, lifecycle);
	}

	@Bean
	@Lazy(false)
	MesosLocatorLifecycle mesosLocatorLifecycle(
			@Qualifier("mesosMasterLocator") ObjectProvider<MesosMasterLocator> locator,
			ApplicationEventPublisher publisher, MesosDiscoveryProperties properties) {
		return new MesosLocatorLifecycle(locator::getObject, publisher, properties.waitForLeader());
	}

	/**
	 * Matches unless only further clusters are configured. Connection details configure
	 * the main one.
	 */
	static class MainClusterCondition extends SpringBootCondition implements ConfigurationCondition {

		@Override
		public ConfigurationPhase getConfigurationPhase() {
			return ConfigurationPhase.REGISTER_BEAN;
		}

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			boolean match = !ConfiguredKeys.hasClusters(environment) || ConfiguredKeys.hasMainCluster(environment)
					|| Objects.requireNonNull(context.getBeanFactory())
						.getBeanNamesForType(MesosDiscoveryConnectionDetails.class, true, false).length > 0;
			return new ConditionOutcome(match, ConditionMessage.forCondition("Main cluster")
				.because(match ? "it is configured, or no cluster is" : "only further clusters are configured"));
		}

	}

}
