package io.github.mesosdiscovery.metrics;

import io.github.mesosdiscovery.MesosMasterLocator;

/**
 * A locator that reports its work to metrics.
 */
public interface MeteredLocator extends MesosMasterLocator {

	/**
	 * Add a listener. It receives the reads from now on, and all changes of the leader,
	 * including earlier ones.
	 * @param listener the listener
	 */
	void addMetricsListener(LocatorMetricsListener listener);

	/**
	 * Remove a listener. A call in progress may still reach it.
	 * @param listener the listener
	 */
	void removeMetricsListener(LocatorMetricsListener listener);

}
