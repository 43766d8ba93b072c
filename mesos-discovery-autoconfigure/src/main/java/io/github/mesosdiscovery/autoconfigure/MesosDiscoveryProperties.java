package io.github.mesosdiscovery.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the main cluster, and of the further ones. What is below
 * {@code mesos.discovery.zk} is in {@link MesosZooKeeperProperties}: {@code zk} has a
 * value of its own, so it cannot be bound to an object.
 */
@ConfigurationProperties("mesos.discovery")
public class MesosDiscoveryProperties extends MesosClusterProperties {

	/**
	 * Further clusters by their names, each with the keys of the main one. A name is that
	 * of the locator's bean, of lower-case letters, digits and hyphens.
	 */
	private Map<String, MesosClusterProperties> clusters = new LinkedHashMap<>();

	public Map<String, MesosClusterProperties> getClusters() {
		return this.clusters;
	}

	public void setClusters(Map<String, MesosClusterProperties> clusters) {
		this.clusters = clusters;
	}

}
