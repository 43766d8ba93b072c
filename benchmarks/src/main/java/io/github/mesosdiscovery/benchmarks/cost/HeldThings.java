package io.github.mesosdiscovery.benchmarks.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.jvm.Heap;
import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * The threads and the heap that a locator holds, beside those of a bare client that
 * watches the same.
 */
final class HeldThings {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final int clients;

	HeldThings(int clients) {
		this.clients = clients;
	}

	void report(Results results) throws Exception {
		try (ZooKeeperProcess server = Server.start(ZooKeeperVersions.NEWEST);
				MasterPath path = new MasterPath(server.connectString(), "/mesos")) {
			path.create();
			List<Znode> masters = new ArrayList<>();
			for (int i = 0; i < FollowedMasters.MASTERS; i++) {
				masters.add(path.register(MasterFormat.JSON, 5050 + i));
			}
			results.text(
					"Threads of one locator with one listener, by name: at rest, when no more than the one that stays is"
							+ " there for listeners, and just after a leader has died.");
			results.table("threads", threads(path, masters));
			results.text("Heap after a full collection with " + this.clients
					+ " clients, less the heap without, for each client. Each follows " + FollowedMasters.MASTERS
					+ " masters on a connection of its own.");
			results.table("heap", heap(path, server));
		}
	}

	private static Table threads(MasterPath path, List<Znode> masters) {
		ThreadSet before = ThreadSet.all();
		try (ZooKeeperMasterLocator locator = locator(path)) {
			locator.start();
			awaitMasters(locator, masters.size());
			await("an end of idle threads").atMost(LIMIT)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> listenerThreads(names(before)) <= 1);
			Map<String, Integer> atRest = names(before);
			masters.remove(0).delete();
			awaitMasters(locator, masters.size());
			Map<String, Integer> afterwards = names(before);
			Table table = Table.of("thread", "at rest", "just after an event");
			TreeSet<String> all = new TreeSet<>(atRest.keySet());
			all.addAll(afterwards.keySet());
			all.forEach((name) -> table.row(name, atRest.getOrDefault(name, 0), afterwards.getOrDefault(name, 0)));
			return table.row("all", sum(atRest), sum(afterwards));
		}
	}

	private Table heap(MasterPath path, ZooKeeperProcess server) throws Exception {
		// The first of each load classes and fill caches.
		heldByLocators(path, 5);
		heldByBareClients(server, 5);
		double locator = heldByLocators(path, this.clients) / 1024.0 / this.clients;
		double bare = heldByBareClients(server, this.clients) / 1024.0 / this.clients;
		return Table.of("client", "KB of heap")
			.row("locator", locator)
			.row("bare ZooKeeper client", bare)
			.row("locator, less a bare client", locator - bare);
	}

	private static long heldByLocators(MasterPath path, int count) {
		long before = Heap.used();
		List<ZooKeeperMasterLocator> locators = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				ZooKeeperMasterLocator locator = locator(path);
				locators.add(locator);
				locator.start();
			}
			locators.forEach((locator) -> awaitMasters(locator, FollowedMasters.MASTERS - 1));
			return Heap.used() - before;
		}
		finally {
			locators.parallelStream().forEach(ZooKeeperMasterLocator::close);
		}
	}

	private static long heldByBareClients(ZooKeeperProcess server, int count) throws Exception {
		long before = Heap.used();
		List<BareClient> clients = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				clients.add(BareClient.open(server.connectString(), "/mesos"));
			}
			return Heap.used() - before;
		}
		finally {
			clients.parallelStream().forEach(BareClient::close);
		}
	}

	private static ZooKeeperMasterLocator locator(MasterPath path) {
		return ZooKeeperMasterLocator.builder(path.mechanism()).listener(new MesosMasterListener() {
			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				// Being told is what costs a thread.
			}
		}).build();
	}

	private static void awaitMasters(ZooKeeperMasterLocator locator, int count) {
		await("the masters").atMost(LIMIT)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> locator.masters().size() == count);
	}

	private static Map<String, Integer> names(ThreadSet before) {
		return ThreadSet.all().without(before).withoutNamed("awaitility").names();
	}

	/** One of them waits for the next event for all time. */
	private static int listenerThreads(Map<String, Integer> names) {
		return names.entrySet()
			.stream()
			.filter((name) -> name.getKey().endsWith("-events"))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	private static int sum(Map<String, Integer> counts) {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

}
