package io.github.mesosdiscovery.metrics;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for a {@link MesosMasterLocator}. Every meter has the tag
 * {@code cluster}; no tag has a value that a master published.
 * <p>
 * A locator that is not a {@link MeteredLocator} has only the two gauges. The registry
 * does not keep the locator alive, but the locator keeps the meters: bind only once to a
 * registry. Thread-safe.
 */
public class MesosDiscoveryMetrics implements MeterBinder {

	private static final String PREFIX = "mesos.discovery.";

	private final MesosMasterLocator locator;

	private final String cluster;

	/**
	 * Create a binder for a locator.
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
			.description("Registered masters that can be read, including the leader")
			.baseUnit("masters")
			.tags(tags)
			.register(registry);
		Gauge.builder(PREFIX + "leader.known", this.locator, (locator) -> locator.leader().isPresent() ? 1 : 0)
			.description("Whether a leading master is known: 1 or 0")
			.tags(tags)
			.register(registry);
		if (this.locator instanceof MeteredLocator metered) {
			metered.addMetricsListener(new Meters(registry, tags));
		}
	}

	/**
	 * The meters of a locator's work. All are registered from the start, so that the
	 * first failure of a kind is a step from zero.
	 */
	private static final class Meters implements LocatorMetricsListener {

		private final MeterProvider<Counter> changes;

		private final MeterProvider<Counter> reads;

		private final Timer publish;

		Meters(MeterRegistry registry, Tags tags) {
			this.changes = Counter.builder(PREFIX + "leader.changes")
				.description("Changes of the leader, by the reason of the event")
				.baseUnit("changes")
				.tags(tags)
				.withRegistry(registry);
			this.reads = Counter.builder(PREFIX + "reads")
				.description("Completed reads of ZooKeeper, by operation and outcome")
				.baseUnit("reads")
				.tags(tags)
				.withRegistry(registry);
			this.publish = Timer.builder(PREFIX + "publish")
				.description("Time from the arrival of the watch event to the return of the last listener")
				.tags(tags)
				.register(registry);
			for (Reason reason : Reason.values()) {
				changes(reason);
			}
			for (Read read : Read.values()) {
				for (Outcome outcome : Outcome.values()) {
					reads(read, outcome);
				}
			}
		}

		@Override
		public void readEnded(Read read, Outcome outcome) {
			reads(read, outcome).increment();
		}

		@Override
		public void leaderChanged(Reason reason) {
			changes(reason).increment();
		}

		@Override
		public void published(long nanos) {
			this.publish.record(nanos, TimeUnit.NANOSECONDS);
		}

		private Counter changes(Reason reason) {
			return this.changes.withTag("reason", text(reason));
		}

		private Counter reads(Read read, Outcome outcome) {
			return this.reads.withTags("operation", text(read), "outcome", text(outcome));
		}

		private static String text(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}

	}

}
