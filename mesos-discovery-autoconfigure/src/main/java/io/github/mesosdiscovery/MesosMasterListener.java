package io.github.mesosdiscovery;

/**
 * Listener for changes of the masters, where there is no Spring context to listen on.
 * <p>
 * A listener receives one event at a time, on a thread that is not ZooKeeper's. Each
 * event is the difference between what the listener received last and now: for a listener
 * that is slow, changes that are over are skipped, and the final state never is. A
 * listener that throws or blocks does not affect others. To see every change, use
 * {@link MasterSnapshot#changes()}.
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
