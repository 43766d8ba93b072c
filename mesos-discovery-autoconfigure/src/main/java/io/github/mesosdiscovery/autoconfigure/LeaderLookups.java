package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the leader of the cluster that is named.
 *
 * @param main the lookup of the main cluster, or {@code null} without one
 * @param waitForLeader how long a request waits for a leader
 * @param beanFactory holds the locators of all
 */
record LeaderLookups(@Nullable LeaderLookup main, Duration waitForLeader, ConfigurableListableBeanFactory beanFactory) {

	/**
	 * Return the lookup of a cluster.
	 * @param cluster as {@link io.github.mesosdiscovery.http.MesosLeader#value()} has it
	 * @throws InvalidMesosLeaderException if there is no such cluster
	 */
	LeaderLookup of(String cluster) {
		if (cluster.isEmpty() && this.main != null) {
			return this.main;
		}
		Map<String, MesosMasterLocator> locators = NamedLocators.of(this.beanFactory,
				(this.main != null) ? this.main.locator() : null);
		locators.remove(NamedLocators.MAIN);
		MesosMasterLocator locator = locators.get(cluster);
		if (cluster.isEmpty()) {
			throw InvalidMesosLeaderException.ofMain(locators.keySet());
		}
		if (locator == null) {
			throw InvalidMesosLeaderException.ofCluster(cluster, locators.keySet());
		}
		return new LeaderLookup(locator, this.waitForLeader);
	}

}
