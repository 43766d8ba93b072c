package io.github.mesosdiscovery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;

/**
 * Records what a metrics listener receives.
 */
public final class RecordingMetricsListener implements LocatorMetricsListener {

	/** Why the leader changed, in order. */
	public final List<Reason> reasons = new CopyOnWriteArrayList<>();

	/** How long publications took, in nanoseconds. */
	public final List<Long> times = new CopyOnWriteArrayList<>();

	private final Map<String, Integer> reads = new ConcurrentHashMap<>();

	@Override
	public void readEnded(Read read, Outcome outcome) {
		this.reads.merge(read + " " + outcome, 1, Integer::sum);
	}

	@Override
	public void leaderChanged(Reason reason) {
		this.reasons.add(reason);
	}

	@Override
	public void published(long nanos) {
		this.times.add(nanos);
	}

	public int reads(LocatorMetricsListener.Read read, LocatorMetricsListener.Outcome outcome) {
		return this.reads.getOrDefault(read + " " + outcome, 0);
	}

}
