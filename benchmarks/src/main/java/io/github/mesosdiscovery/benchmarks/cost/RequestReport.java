package io.github.mesosdiscovery.benchmarks.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;

/**
 * Requests for each kind of change, counted on the way to the server.
 */
final class RequestReport {

	private final Table requests = Table.of("ZooKeeper", "change", "times", "requests", "watch events", "bytes sent",
			"bytes received");

	private final Table order = Table.of("ZooKeeper", "leaders that died while all requests were held back",
			"next leader told to the listener", "watches held, for " + FollowedMasters.MASTERS + " masters");

	void add(String version, FollowedMasters masters, int rounds) throws InterruptedException {
		Map<Change, List<List<Frame>>> said = new EnumMap<>(Change.class);
		said.put(Change.START, List.of(masters.cause(Change.START)));
		for (int i = 0; i < rounds; i++) {
			// Each that takes a master away is followed by one that brings another.
			for (Change change : new Change[] { Change.LEADER_DIES, Change.MASTER_COMES, Change.FOLLOWER_DIES,
					Change.MASTER_COMES, Change.DATA_CHANGES, Change.RECONNECT, Change.NEW_SESSION }) {
				said.computeIfAbsent(change, (first) -> new ArrayList<>()).add(masters.cause(change));
			}
		}
		said.forEach((change, all) -> this.requests.row(version, change, all.size(), requests(all),
				range(all.stream().mapToLong((frames) -> watchEvents(frames))), bytes(all, true), bytes(all, false)));
		int told = 0;
		for (int i = 0; i < rounds; i++) {
			told += masters.isToldWithoutRequests() ? 1 : 0;
		}
		this.order.row(version, rounds, told, masters.watches());
	}

	void write(Results results) {
		results.text("Requests of one locator that follows " + FollowedMasters.MASTERS
				+ " masters, counted on the way to the server. Signs of life are left out: they go on at rest, too. A"
				+ " range where the rounds differ; bytes are medians.");
		results.table("requests", this.requests);
		results.text("Whether the next leader is known without a request: the leader dies while everything that the"
				+ " locator sends is held back before it reaches the server.");
		results.table("order", this.order);
	}

	private static String requests(List<List<Frame>> all) {
		return Arrays.stream(Operation.values())
			.filter((operation) -> !operation.isSignOfLife())
			.filter((operation) -> all.stream().anyMatch((frames) -> Frame.requests(frames, operation) > 0))
			.map((operation) -> range(all.stream().mapToLong((frames) -> Frame.requests(frames, operation))) + " "
					+ operation.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.collect(Collectors.joining(" + "));
	}

	private static long watchEvents(List<Frame> frames) {
		return frames.stream().filter((frame) -> frame.operation() == Operation.WATCH_EVENT).count();
	}

	private static String range(LongStream counts) {
		long[] sorted = counts.sorted().toArray();
		long least = sorted[0];
		long most = sorted[sorted.length - 1];
		return (least == most) ? String.valueOf(least) : least + "-" + most;
	}

	private static long bytes(List<List<Frame>> all, boolean sent) {
		return (long) Quantiles.of(all.stream().mapToDouble((frames) -> Frame.bytes(frames, sent)).toArray()).median();
	}

}
