package io.github.mesosdiscovery;

/**
 * Hears of changes of the masters where there is no Spring context to listen on.
 * <p>
 * Each listener gets all changes in their order, one at a time, on a thread that is not
 * ZooKeeper's. A listener that throws is logged. One that is slow delays no other
 * listener and never misses the final state: when very many changes wait for it, the
 * oldest are joined into one.
 */
public interface MesosMasterListener {

	/**
	 * The leader changed.
	 * @param event the change
	 */
	default void leaderChanged(LeaderChangedEvent event) {
	}

	/**
	 * The set of masters changed.
	 * @param event the change
	 */
	default void mastersChanged(MastersChangedEvent event) {
	}

}
