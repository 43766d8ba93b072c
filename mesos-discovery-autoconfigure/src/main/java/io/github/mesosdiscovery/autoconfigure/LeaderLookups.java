package io.github.mesosdiscovery.autoconfigure;

import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderLookup;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the leader of the cluster that is named.
 *
 * @param main the lookup of the main cluster
 * @param beanFactory holds the locators of all
 */
record LeaderLookups(LeaderLookup main, ConfigurableListableBeanFactory beanFactory) {

	/**
	 * Return the lookup of a cluster.
	 * @param cluster as {@link io.github.mesosdiscovery.http.MesosLeader#value()} has it
	 * @throws InvalidMesosLeaderException if there is no such cluster
	 */
	LeaderLookup of(String cluster) {
		if (cluster.isEmpty()) {
			return this.main;
		}
		Map<String, MesosMasterLocator> locators = NamedLocators.of(this.beanFactory, this.main.locator());
		locators.remove(NamedLocators.MAIN);
		MesosMasterLocator locator = locators.get(cluster);
		if (locator == null) {
			throw InvalidMesosLeaderException.ofCluster(cluster, locators.keySet());
		}
		return new LeaderLookup(locator, this.main.waitForLeader());
	}

}
