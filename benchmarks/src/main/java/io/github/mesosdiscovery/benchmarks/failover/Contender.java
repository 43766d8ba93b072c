package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.function.Consumer;

/**
 * A client that listens for failovers on its own connection.
 */
interface Contender extends AutoCloseable {

	/**
	 * Return whether the next failover can begin: this client knows the masters, and its
	 * watches are set.
	 */
	boolean isReady(List<String> masters);

	@Override
	void close();

	/** Creates a contender. */
	@FunctionalInterface
	interface Factory {

		/** Connect and start to listen. */
		Contender create(String servers, Consumer<String> listener) throws Exception;

	}

}
