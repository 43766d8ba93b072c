package io.github.mesosdiscovery.benchmarks.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The failovers of one race, in nanoseconds for each contender who heard.
 */
final class Laps {

	private static final double MICROSECOND = 1000;

	private final List<Map<Kind, Long>> laps = new ArrayList<>();

	void add(Map<Kind, Long> latencies) {
		this.laps.add(Map.copyOf(latencies));
	}

	int count() {
		return this.laps.size();
	}

	/** How many failovers it heard of. */
	int heard(Kind kind) {
		return (int) this.laps.stream().filter((lap) -> lap.containsKey(kind)).count();
	}

	/** In microseconds, in the order of the failovers that it heard of. */
	double[] latencies(Kind kind) {
		return this.laps.stream()
			.map((lap) -> lap.get(kind))
			.filter(Objects::nonNull)
			.mapToDouble((nanos) -> nanos / MICROSECOND)
			.toArray();
	}

	/** Pair by pair: of each failover that both heard of. */
	double[] ratios(Kind kind, Kind limit) {
		return this.laps.stream()
			.filter((lap) -> lap.containsKey(kind) && lap.containsKey(limit))
			.mapToDouble((lap) -> (double) latency(lap, kind) / latency(lap, limit))
			.toArray();
	}

	private static long latency(Map<Kind, Long> lap, Kind kind) {
		return Objects.requireNonNull(lap.get(kind));
	}

}
