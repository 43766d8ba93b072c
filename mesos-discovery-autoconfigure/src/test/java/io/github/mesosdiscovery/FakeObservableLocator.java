package io.github.mesosdiscovery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A locator that knows what a test tells it, and tells its observers what a test has to
 * say.
 */
public class FakeObservableLocator extends FakeMasterLocator implements ObservableLocator {

	public final List<LocatorObserver> observers = new CopyOnWriteArrayList<>();

	public FakeObservableLocator(MasterSnapshot snapshot) {
		super(snapshot);
	}

	@Override
	public void addObserver(LocatorObserver observer) {
		this.observers.add(observer);
	}

	@Override
	public void removeObserver(LocatorObserver observer) {
		this.observers.remove(observer);
	}

}
