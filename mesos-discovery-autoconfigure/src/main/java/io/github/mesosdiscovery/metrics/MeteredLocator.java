package io.github.mesosdiscovery.metrics;

import io.github.mesosdiscovery.MesosMasterLocator;

/**
 * A locator that reports its work to metrics.
 */
public interface MeteredLocator extends MesosMasterLocator {

	/**
	 * Add a listener. It receives reads from now on, and all changes of the leader,
	 * earlier ones included, also after the locator was closed and started again.
	 * @param listener the listener
	 */
	void addMetricsListener(LocatorMetricsListener listener);

	/**
	 * Remove a listener. A call in progress may still reach it.
	 * @param listener the listener
	 */
	void removeMetricsListener(LocatorMetricsListener listener);

}
