package io.github.mesosdiscovery;

/**
 * Listener for changes of the masters. In a Spring application, use an event listener
 * instead.
 * <p>
 * A listener receives one event at a time, on a thread of the locator that it may block.
 * Each event is the difference between what the listener last received and now: a slow
 * listener skips intermediate changes, but never the final state.
 * {@link MasterSnapshot#changes()} has every change. A listener that throws or blocks
 * does not affect others.
 */
public interface MesosMasterListener {

	/**
	 * Called after the leader has changed.
	 * @param event the change
	 */
	default void leaderChanged(LeaderChangedEvent event) {
	}

	/**
	 * Called after a master has registered, left or changed.
	 * @param event the change
	 */
	default void mastersChanged(MastersChangedEvent event) {
	}

}
