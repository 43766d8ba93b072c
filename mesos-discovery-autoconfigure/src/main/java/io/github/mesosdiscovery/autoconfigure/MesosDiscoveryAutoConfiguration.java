package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link MesosMasterLocator}
 * that runs as long as the application does, and whose {@link LeaderChangedEvent}s and
 * {@link MastersChangedEvent}s are published to the application context. An application
 * with a {@link MesosMasterLocator} of its own gets none of this.
 */
@AutoConfiguration
@ConditionalOnMesosDiscovery
@ConditionalOnMissingBean(MesosMasterLocator.class)
@Conditional(OnMainCluster.class)
@EnableConfigurationProperties({ MesosDiscoveryProperties.class, MesosZooKeeperProperties.class })
@Import({ MesosBindHandler.Registrar.class, UnknownKeyCheck.class })
public final class MesosDiscoveryAutoConfiguration {

	@Bean
	ContextEventPublisher mesosContextEventPublisher(ApplicationEventPublisher publisher) {
		return new ContextEventPublisher(publisher);
	}

	@Bean
	@ConditionalOnMissingBean(MesosDiscoveryConnectionDetails.class)
	PropertiesMesosDiscoveryConnectionDetails mesosDiscoveryConnectionDetails(MesosDiscoveryProperties properties,
			MesosZooKeeperProperties zk, ObjectProvider<SslBundles> bundles, Environment environment) {
		return new PropertiesMesosDiscoveryConnectionDetails(PropertyChecks.MAIN_PREFIX, properties, zk,
				bundles.getIfAvailable(), !ClusterNames.present(environment));
	}

	@Bean(destroyMethod = "close")
	ZooKeeperMasterLocator mesosMasterLocator(MesosDiscoveryProperties properties, MesosZooKeeperProperties zk,
			MesosDiscoveryConnectionDetails details, ObjectProvider<MesosZooKeeperClientCustomizer> customizers,
			ContextEventPublisher events) {
		return new LocatorFactory(PropertyChecks.MAIN_PREFIX, properties, zk, LocatorConnection.of(details),
				new ClientCustomizers(customizers.orderedStream().toList()))
			.create(events);
	}

	@Bean
	@Lazy(false)
	MesosLocatorLifecycle mesosLocatorLifecycle(@Qualifier("mesosMasterLocator") MesosMasterLocator locator,
			ContextEventPublisher events, MesosDiscoveryProperties properties) {
		return MesosLocatorLifecycle.of(locator, events, new PropertyChecks(PropertyChecks.MAIN_PREFIX)
			.zeroOrMore("wait-for-leader", properties.getWaitForLeader(), "30s"));
	}

}
