package io.github.mesosdiscovery.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * The meters of what a locator does. All of them are there from the start, so that the
 * first failure of a kind is a step from zero, and counting looks nothing up.
 */
final class LocatorMeters implements LocatorMetricsListener {

	private final Function<Reason, Counter> changes;

	private final Function<Read, Function<Outcome, Counter>> reads;

	private final Timer publish;

	LocatorMeters(MeterRegistry registry, Tags tags) {
		this.changes = forEach(Reason.class,
				(reason) -> Counter.builder(MesosDiscoveryMetrics.PREFIX + "leader.changes")
					.description("Changes of the leader, by the reason of the event")
					.baseUnit("changes")
					.tags(tags.and("reason", text(reason)))
					.register(registry));
		this.reads = forEach(Read.class,
				(read) -> forEach(Outcome.class,
						(outcome) -> Counter.builder(MesosDiscoveryMetrics.PREFIX + "reads")
							.description("Reads of ZooKeeper that have ended, by operation and outcome")
							.baseUnit("reads")
							.tags(tags.and("operation", text(read), "outcome", text(outcome)))
							.register(registry)));
		this.publish = Timer.builder(MesosDiscoveryMetrics.PREFIX + "publish")
			.description("Time from the arrival of the watch event to the return of the last listener")
			.tags(tags)
			.register(registry);
	}

	@Override
	public void readEnded(Read read, Outcome outcome) {
		this.reads.apply(read).apply(outcome).increment();
	}

	@Override
	public void leaderChanged(Reason reason) {
		this.changes.apply(reason).increment();
	}

	@Override
	public void published(long nanos) {
		this.publish.record(nanos, TimeUnit.NANOSECONDS);
	}

	private static <E extends Enum<E>, T> Function<E, T> forEach(Class<E> type, Function<E, T> make) {
		List<T> made = Arrays.stream(type.getEnumConstants()).map(make).toList();
		return (constant) -> made.get(constant.ordinal());
	}

	private static String text(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
