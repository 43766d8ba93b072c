package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Factory for the beans that {@link ClusterRegistrar} registers.
 *
 * @param environment the properties of the clusters
 * @param beanFactory the other beans of a cluster
 * @param bundles the SSL bundles
 * @param customizers the customizers of ZooKeeper's client
 */
record ClusterLocators(Environment environment, BeanFactory beanFactory, ObjectProvider<SslBundles> bundles,
		ObjectProvider<MesosZooKeeperClientCustomizer> customizers) {

	static final String BEAN = "mesosClusterLocators";

	static final String EVENTS = "mesosContextEventPublisher-";

	static final String LIFECYCLE = "mesosLocatorLifecycle-";

	ZooKeeperMasterLocator locator(String cluster) {
		return ClusterProperties.of(this.environment, cluster)
			.locator(this.bundles.getIfAvailable(), new ClientCustomizers(this.customizers.orderedStream().toList()),
					events(cluster));
	}

	MesosLocatorLifecycle lifecycle(String cluster) {
		return MesosLocatorLifecycle.of(
				this.beanFactory.getBean(NamedLocators.beanName(cluster), MesosMasterLocator.class), events(cluster),
				ClusterProperties.of(this.environment, cluster).waitForLeader());
	}

	/** Not the environment, which shows its properties at some levels of logging. */
	@Override
	public String toString() {
		return "ClusterLocators[]";
	}

	private ContextEventPublisher events(String cluster) {
		return this.beanFactory.getBean(EVENTS + cluster, ContextEventPublisher.class);
	}

}
