package io.github.mesosdiscovery.benchmarks.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.benchmarks.jvm.Heap;
import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * What one locator takes for a path with some number of masters and of other children.
 */
final class CrowdedPath {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final int HELD = 10;

	private static final double MILLIS = 1e6;

	private final int masters;

	private final int others;

	private final int rounds;

	CrowdedPath(int masters, int others, int rounds) {
		this.masters = masters;
		this.others = others;
		this.rounds = rounds;
	}

	/**
	 * Have the code compiled that the first figures would be measured without.
	 */
	static void warmUp(int rounds) throws Exception {
		new CrowdedPath(10, 1000, rounds).measure(new Growth("", ""), 1);
	}

	void measure(Growth growth, int number) throws Exception {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(ZooKeeperVersions.NEWEST, "-Xmx1g",
				"-XX:TieredStopAtLevel=4", "-Djute.maxbuffer=8388608", "tickTime=2000", "minSessionTimeout=4000",
				"maxSessionTimeout=40000");
				Population population = Population.create(server.connectString(), this.masters, this.others)) {
			start(server, growth, number);
			change(server, population, growth, number);
			count(server, population, growth, number);
			hold(server, growth, number);
		}
	}

	private void start(ZooKeeperProcess server, Growth growth, int number) throws Exception {
		double[] leader = new double[this.rounds];
		double[] all = new double[this.rounds];
		for (int i = 0; i < this.rounds; i++) {
			Told told = new Told();
			try (ZooKeeperMasterLocator locator = locator(server.connectString(), told)) {
				long begin = System.nanoTime();
				locator.start();
				all[i] = awaitMasters(locator) - begin;
				leader[i] = told.leader() - begin;
			}
		}
		growth.add("first leader, ms", number, Quantiles.of(leader).median() / MILLIS)
			.add("all masters, ms", number, Quantiles.of(all).median() / MILLIS);
	}

	private void change(ZooKeeperProcess server, Population population, Growth growth, int number) throws Exception {
		double[] failover = new double[this.rounds];
		double[] bare = new double[this.rounds];
		double[] joined = new double[this.rounds];
		Told told = new Told();
		ZooKeeper watching = Population.connect(server.connectString());
		ThreadSet before = ThreadSet.all();
		try (ZooKeeperMasterLocator locator = locator(server.connectString(), told)) {
			locator.start();
			awaitMasters(locator);
			ThreadSet threads = ThreadSet.all().without(before);
			long cpuTime = threads.cpuTime();
			long allocated = threads.allocated();
			for (int i = 0; i < this.rounds; i++) {
				CompletableFuture<Long> seen = new CompletableFuture<>();
				watching.exists(population.leader(), (event) -> seen.complete(System.nanoTime()));
				told.forget();
				long begin = population.endLeader();
				failover[i] = told.leader() - begin;
				bare[i] = seen.get(1, TimeUnit.MINUTES) - begin;
				told.masters();
				begin = population.register();
				joined[i] = told.masters() - begin;
			}
			growth.add("failover, ms", number, Quantiles.of(failover).median() / MILLIS)
				.add("bare watch, ms", number, Quantiles.of(bare).median() / MILLIS)
				.add("new master, ms", number, Quantiles.of(joined).median() / MILLIS)
				.add("CPU of a change, ms", number, (threads.cpuTime() - cpuTime) / MILLIS / this.rounds)
				.add("garbage of a change, KB", number, (threads.allocated() - allocated) / 1024.0 / this.rounds);
		}
		finally {
			watching.close();
		}
	}

	private void count(ZooKeeperProcess server, Population population, Growth growth, int number) throws Exception {
		try (ZooKeeperTap tap = ZooKeeperTap.to(server.port());
				ZooKeeperMasterLocator locator = locator(tap.connectString(), new Told())) {
			locator.start();
			awaitMasters(locator);
			tap.awaitQuiet();
			tap.clear();
			population.endLeader();
			List<Frame> frames = new ArrayList<>(tap.awaitQuiet());
			tap.clear();
			population.register();
			frames.addAll(tap.awaitQuiet());
			growth.add("requests of a change", number, Frame.requests(frames))
				.add("traffic of a change, KB", number,
						(Frame.bytes(frames, true) + Frame.bytes(frames, false)) / 1024.0);
		}
	}

	private void hold(ZooKeeperProcess server, Growth growth, int number) throws Exception {
		long heap = Heap.used();
		long direct = Heap.direct();
		List<ZooKeeperMasterLocator> held = new ArrayList<>();
		try {
			for (int i = 0; i < HELD; i++) {
				ZooKeeperMasterLocator locator = locator(server.connectString(), new Told());
				held.add(locator);
				locator.start();
			}
			for (ZooKeeperMasterLocator locator : held) {
				awaitMasters(locator);
			}
			growth.add("heap of a locator, KB", number, (Heap.used() - heap) / 1024.0 / HELD)
				.add("direct buffers of a locator, KB", number, (Heap.direct() - direct) / 1024.0 / HELD);
		}
		finally {
			held.parallelStream().forEach(ZooKeeperMasterLocator::close);
		}
	}

	/** Return when all were known. */
	private long awaitMasters(ZooKeeperMasterLocator locator) throws Exception {
		MasterSnapshot snapshot = locator.snapshot();
		while (!snapshot.isComplete() || snapshot.masters().size() != this.masters) {
			snapshot = locator.changedFrom(snapshot).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		return System.nanoTime();
	}

	private static ZooKeeperMasterLocator locator(String servers, Told told) {
		return ZooKeeperMasterLocator.builder("zk://" + servers + Population.PATH)
			// Both come in between.
			.resyncInterval(Duration.ofHours(1))
			.sessionTimeout(Duration.ofSeconds(40))
			.listener(told)
			.build();
	}

}
