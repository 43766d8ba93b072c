package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of a {@link MesosMasterLocator} for
 * each cluster below {@code mesos.discovery.clusters}.
 */
@AutoConfiguration(after = MesosDiscoveryAutoConfiguration.class)
@ConditionalOnMesosDiscovery
@Conditional(MesosClustersAutoConfiguration.OnClustersCondition.class)
@EnableConfigurationProperties(MesosDiscoveryProperties.class)
@Import({ MesosBindHandler.Registrar.class, ClusterRegistrar.class })
public final class MesosClustersAutoConfiguration {

	@Bean(ClusterLocators.BEAN)
	ClusterLocators mesosClusterLocators(MesosDiscoveryProperties properties, Environment environment,
			BeanFactory beanFactory, ObjectProvider<SslBundles> bundles,
			ObjectProvider<MesosZooKeeperClientCustomizer> customizers) {
		return new ClusterLocators(properties, environment, beanFactory, bundles, customizers);
	}

	static class OnClustersCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Clusters");
			return ConfiguredKeys.hasClusters(context.getEnvironment())
					? ConditionOutcome.match(message.foundExactly("properties below 'mesos.discovery.clusters'"))
					: ConditionOutcome
						.noMatch(message.didNotFind("properties below 'mesos.discovery.clusters'").atAll());
		}

	}

}
