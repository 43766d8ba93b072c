package io.github.mesosdiscovery.benchmarks.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cost.FollowedMasters.Change;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;

/**
 * The requests for each kind of change.
 */
final class RequestReport {

	/** Each that takes a master away is followed by one that adds another. */
	private static final List<Change> ROUND = List.of(Change.LEADER_DIES, Change.MASTER_JOINS, Change.OTHER_DIES,
			Change.MASTER_JOINS, Change.DATA_CHANGES, Change.RECONNECT, Change.NEW_SESSION);

	private final Table requests = Table.of("ZooKeeper", "change", "times", "requests", "watch events", "bytes sent",
			"bytes received");

	private final Table order = Table.of("ZooKeeper", "leaders that died while all requests were held back",
			"next leader told to the listener", "watches held, for " + Masters.COUNT + " masters");

	private final int rounds;

	RequestReport(int rounds) {
		this.rounds = rounds;
	}

	void measure(String version) throws Exception {
		Map<Change, List<List<Frame>>> recorded = new EnumMap<>(Change.class);
		try (FollowedMasters masters = new FollowedMasters(version)) {
			recorded.put(Change.START, List.of(masters.cause(Change.START)));
			for (int i = 0; i < this.rounds; i++) {
				for (Change change : ROUND) {
					recorded.computeIfAbsent(change, (first) -> new ArrayList<>()).add(masters.cause(change));
				}
			}
			int told = 0;
			for (int i = 0; i < this.rounds; i++) {
				told += masters.isToldWithoutRequests() ? 1 : 0;
			}
			this.order.row(version, this.rounds, told, masters.watches());
		}
		recorded.forEach((change, all) -> this.requests.row(version, change, all.size(), requests(all),
				range(all, RequestReport::watchEvents), bytes(all, true), bytes(all, false)));
	}

	void write(Results results) {
		results.text("Requests of one locator that follows " + Masters.COUNT + " masters, counted on the way to the "
				+ "server, without heartbeats. A range where the rounds differ; bytes are medians.");
		results.table("requests", this.requests);
		results.text("Whether the next leader is known without a request: the leader dies while all requests of the "
				+ "locator are held back before they reach the server.");
		results.table("order", this.order);
	}

	private static String requests(List<List<Frame>> all) {
		return Stream.of(Operation.values())
			.filter((operation) -> !operation.isHeartbeat())
			.filter((operation) -> all.stream().anyMatch((frames) -> Frame.requests(frames, operation) > 0))
			.map((operation) -> range(all, (frames) -> Frame.requests(frames, operation)) + " "
					+ operation.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.collect(Collectors.joining(" + "));
	}

	private static long watchEvents(List<Frame> frames) {
		return frames.stream().filter((frame) -> frame.operation() == Operation.WATCH_EVENT).count();
	}

	private static String range(List<List<Frame>> all, ToLongFunction<List<Frame>> count) {
		LongSummaryStatistics counts = all.stream().mapToLong(count).summaryStatistics();
		return (counts.getMin() == counts.getMax()) ? String.valueOf(counts.getMin())
				: counts.getMin() + "-" + counts.getMax();
	}

	private static long bytes(List<List<Frame>> all, boolean sent) {
		return (long) Quantiles.of(all.stream().mapToDouble((frames) -> Frame.bytes(frames, sent)).toArray()).median();
	}

}
