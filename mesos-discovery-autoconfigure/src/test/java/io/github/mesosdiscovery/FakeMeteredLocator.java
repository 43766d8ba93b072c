package io.github.mesosdiscovery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.MeteredLocator;

/**
 * A locator that knows what a test tells it, and tells its observers what a test has to
 * say.
 */
public class FakeMeteredLocator extends FakeMasterLocator implements MeteredLocator {

	public final List<LocatorMetricsListener> observers = new CopyOnWriteArrayList<>();

	public FakeMeteredLocator(MasterSnapshot snapshot) {
		super(snapshot);
	}

	@Override
	public void addMetricsListener(LocatorMetricsListener observer) {
		this.observers.add(observer);
	}

	@Override
	public void removeMetricsListener(LocatorMetricsListener observer) {
		this.observers.remove(observer);
	}

}
