package io.github.mesosdiscovery.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * The threads and the heap of a locator, beside those of a bare client with the same
 * watches.
 */
final class HeldResources {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Duration REST = Duration.ofSeconds(15);

	private final int clients;

	HeldResources(int clients) {
		this.clients = clients;
	}

	void report(Results results) throws Exception {
		try (ZooKeeperProcess server = Servers.start(ZooKeeperVersions.NEWEST);
				Masters masters = new Masters(server.connectString())) {
			results.text("Threads of one locator with one listener, by name: at rest, and just after an event.");
			results.table("threads", threads(masters));
			results.text("Heap after a full collection with " + this.clients
					+ " clients, less the heap without, for each client. Each follows " + masters.names().size()
					+ " masters on a connection of its own.");
			results.table("heap", heap(masters, server.connectString()));
		}
	}

	private static Table threads(Masters masters) throws Exception {
		ThreadSet before = ThreadSet.all();
		try (ZooKeeperMasterLocator locator = locator(masters)) {
			locator.start();
			awaitMasters(locator, masters);
			// This does not wait for anything: idle threads of pools end in this time.
			Thread.sleep(REST.toMillis());
			Map<String, Integer> atRest = names(before);
			masters.deleteLeader().await();
			masters.register();
			awaitMasters(locator, masters);
			Map<String, Integer> afterwards = names(before);
			Table table = Table.of("thread", "at rest", "just after an event");
			TreeSet<String> all = new TreeSet<>(atRest.keySet());
			all.addAll(afterwards.keySet());
			all.forEach((name) -> table.row(name, atRest.getOrDefault(name, 0), afterwards.getOrDefault(name, 0)));
			return table.row("all", sum(atRest), sum(afterwards));
		}
	}

	private Table heap(Masters masters, String servers) throws Exception {
		Callable<Runnable> locator = () -> {
			ZooKeeperMasterLocator started = locator(masters);
			started.start();
			awaitMasters(started, masters);
			return started::close;
		};
		Callable<Runnable> bare = () -> BareClient.connect(servers).watch(Masters.PATH)::close;
		// The first clients load classes and fill caches.
		held(locator, 5);
		held(bare, 5);
		double ours = held(locator, this.clients);
		double theirs = held(bare, this.clients);
		return Table.of("client", "KB of heap")
			.row("locator", ours)
			.row("bare ZooKeeper client", theirs)
			.row("locator, less a bare client", ours - theirs);
	}

	/** Return the kilobytes of each client. The callable returns what closes it. */
	private static double held(Callable<Runnable> client, int count) throws Exception {
		long before = usedHeap();
		List<Runnable> closing = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				closing.add(client.call());
			}
			return (usedHeap() - before) / 1024.0 / count;
		}
		finally {
			closing.parallelStream().forEach(Runnable::run);
		}
	}

	private static ZooKeeperMasterLocator locator(Masters masters) {
		return ZooKeeperMasterLocator.builder(masters.url()).listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				// A locator without listeners needs no thread for them.
			}

		}).build();
	}

	private static void awaitMasters(ZooKeeperMasterLocator locator, Masters masters) {
		await("the masters").atMost(LIMIT)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> locator.masters().stream().map((master) -> master.znode()).toList().equals(masters.names()));
	}

	private static Map<String, Integer> names(ThreadSet before) {
		return ThreadSet.newSince(before, (name) -> !name.startsWith("awaitility")).names();
	}

	/** The least of several full collections. */
	private static long usedHeap() {
		return LongStream.generate(() -> {
			System.gc();
			return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		}).limit(4).min().orElseThrow();
	}

	private static int sum(Map<String, Integer> counts) {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

}
