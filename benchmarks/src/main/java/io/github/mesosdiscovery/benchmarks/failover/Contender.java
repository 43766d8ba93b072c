package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody who listens for failovers on a connection of its own.
 */
interface Contender extends AutoCloseable {

	/**
	 * Return whether it is at rest: it knows these masters, and will hear when the first
	 * of them goes.
	 * @param masters the names of the znodes in election order
	 */
	boolean isReady(List<String> masters);

	@Override
	void close();

	/** How a contender is made. */
	@FunctionalInterface
	interface Opening {

		/**
		 * Connect and begin to listen.
		 * @param servers where ZooKeeper is
		 * @param told is to be given the name of the znode as soon as it is known
		 * @return a contender that may not be ready yet
		 */
		Contender open(String servers, Consumer<String> told) throws Exception;

	}

}
