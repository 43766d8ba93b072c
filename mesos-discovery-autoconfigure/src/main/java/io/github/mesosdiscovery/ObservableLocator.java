package io.github.mesosdiscovery;

/**
 * A locator that tells of its work.
 */
public interface ObservableLocator extends MesosMasterLocator {

	/**
	 * Add an observer. It hears of the reads from now on and of all changes of the
	 * leader, also after the locator was closed and started again. A locator without one
	 * does nothing for observers.
	 * @param observer the observer
	 */
	void addObserver(LocatorObserver observer);

	/**
	 * Remove an observer. It may still hear of what is under way.
	 * @param observer the observer
	 */
	void removeObserver(LocatorObserver observer);

}
