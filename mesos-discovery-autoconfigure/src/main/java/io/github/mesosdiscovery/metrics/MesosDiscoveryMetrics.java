package io.github.mesosdiscovery.metrics;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.metrics.MeteredLocator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Binds the meters of one locator. Each has the tag {@code cluster}, and none has a tag
 * that a master or a configuration could fill.
 * <p>
 * A locator that is no {@link MeteredLocator} has the two gauges only. The registry does
 * not keep the locator alive, but the locator keeps the meters: bind once to a registry.
 * Thread-safe.
 */
public class MesosDiscoveryMetrics implements MeterBinder {

	static final String PREFIX = "mesos.discovery.";

	private final MesosMasterLocator locator;

	private final String cluster;

	/**
	 * Create the meters of a locator.
	 * @param locator the locator
	 * @param cluster the value of the tag {@code cluster}, usually
	 * {@link MesosMasterLocator#cluster()}
	 */
	public MesosDiscoveryMetrics(MesosMasterLocator locator, String cluster) {
		this.locator = locator;
		this.cluster = cluster;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Tags tags = Tags.of("cluster", this.cluster);
		Gauge.builder(PREFIX + "masters", this.locator, (locator) -> locator.masters().size())
			.description("Registered masters that can be read, the leader among them")
			.baseUnit("masters")
			.tags(tags)
			.register(registry);
		Gauge.builder(PREFIX + "leader.known", this.locator, (locator) -> locator.leader().isPresent() ? 1 : 0)
			.description("Whether a leading master is known: 1 or 0")
			.tags(tags)
			.register(registry);
		if (this.locator instanceof MeteredLocator observable) {
			observable.addMetricsListener(new LocatorMeters(registry, tags));
		}
	}

}
