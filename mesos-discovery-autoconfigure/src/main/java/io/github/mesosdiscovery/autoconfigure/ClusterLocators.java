package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.Cluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Factory for the beans that {@link ClusterRegistrar} registers.
 *
 * @param properties the properties of the clusters
 * @param environment used to find out how a URL was set
 * @param beanFactory the other beans of a cluster
 * @param bundles the SSL bundles
 * @param customizers the customizers of ZooKeeper's client
 */
record ClusterLocators(MesosDiscoveryProperties properties, Environment environment, BeanFactory beanFactory,
		ObjectProvider<SslBundles> bundles, ObjectProvider<MesosZooKeeperClientCustomizer> customizers) {

	static final String BEAN = "mesosClusterLocators";

	static final String EVENTS = "mesosContextEventPublisher-";

	static final String LIFECYCLE = "mesosLocatorLifecycle-";

	ZooKeeperMasterLocator locator(String name) {
		String prefix = ConfiguredKeys.CLUSTERS + "." + name;
		Cluster cluster = cluster(name);
		MesosDiscoveryConnectionDetails details = PropertiesMesosDiscoveryConnectionDetails.of(prefix, cluster.zk(),
				this.environment, this.bundles.getIfAvailable());
		return new MesosLocatorFactory(prefix, cluster, details, ClientCustomizers.of(this.customizers)).create(name,
				events(name));
	}

	MesosLocatorLifecycle lifecycle(String name) {
		return MesosLocatorLifecycle.of(
				this.beanFactory.getBean(NamedLocators.beanName(name), MesosMasterLocator.class), events(name),
				cluster(name).waitForLeader());
	}

	/** Not the environment, which shows its properties at some levels of logging. */
	@Override
	public String toString() {
		return "ClusterLocators[]";
	}

	private Cluster cluster(String name) {
		Cluster cluster = this.properties.clusters().get(name);
		if (cluster == null) {
			String zk = ConfiguredKeys.CLUSTERS + "." + name + ".zk";
			throw InvalidMesosConfigurationException.ofProperty(zk, "it is not set, and no other key has a value",
					zk + "=" + MesosDiscoveryProperties.DEFAULT_URL);
		}
		return cluster;
	}

	private ContextEventPublisher events(String name) {
		return this.beanFactory.getBean(EVENTS + name, ContextEventPublisher.class);
	}

}
