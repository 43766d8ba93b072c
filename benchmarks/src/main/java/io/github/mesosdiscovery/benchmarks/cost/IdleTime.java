package io.github.mesosdiscovery.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * CPU time, allocated memory and requests of a locator with default settings while
 * nothing changes, beside those of a bare client in the same process at the same time.
 */
final class IdleTime {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Duration duration;

	IdleTime(Duration duration) {
		this.duration = duration;
	}

	void report(Results results) throws Exception {
		results.text("A locator and a bare ZooKeeper client for " + this.duration.toSeconds()
				+ " s in which nothing changes, in the same process at the same time, for each minute. CPU time and "
				+ "allocated memory are those of their threads; the process includes the proxies that count.");
		try (ZooKeeperProcess server = Servers.start(ZooKeeperVersions.NEWEST);
				Masters masters = new Masters(server.connectString());
				ZooKeeperTap ours = ZooKeeperTap.to(server.port());
				ZooKeeperTap theirs = ZooKeeperTap.to(server.port())) {
			ThreadSet before = ThreadSet.all();
			try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator
				.builder("zk://" + ours.connectString() + Masters.PATH)
				.build()) {
				locator.start();
				await("the masters").atMost(LIMIT).until(() -> locator.masters().size() == masters.names().size());
				ours.awaitQuiet();
				ThreadSet locatorThreads = newThreads(before);
				ThreadSet between = ThreadSet.all();
				try (BareClient bare = BareClient.connect(theirs.connectString())) {
					bare.watch(Masters.PATH);
					theirs.awaitQuiet();
					results.table("idle", observe(locatorThreads, newThreads(between), ours, theirs));
				}
			}
		}
	}

	private Table observe(ThreadSet locator, ThreadSet bare, ZooKeeperTap ours, ZooKeeperTap theirs)
			throws InterruptedException {
		long[] before = counters(locator, bare);
		ours.clear();
		theirs.clear();
		// This does not wait for anything: it is the measurement itself.
		Thread.sleep(this.duration.toMillis());
		long[] after = counters(locator, bare);
		double minutes = this.duration.toMillis() / 60_000.0;
		double[] rates = new double[before.length];
		Arrays.setAll(rates, (i) -> (after[i] - before[i]) / minutes);
		Table table = Table.of("for each minute", "locator", "bare client", "process")
			.row("CPU time in ms", rates[0] / 1e6, rates[1] / 1e6, rates[2] / 1e6)
			.row("KB allocated", rates[3] / 1024, rates[4] / 1024, "");
		for (Operation operation : List.of(Operation.HEARTBEAT, Operation.PING, Operation.LIST, Operation.GET)) {
			table.row("requests: " + operation, Frame.requests(ours.frames(), operation) / minutes,
					Frame.requests(theirs.frames(), operation) / minutes, "");
		}
		return table.row("bytes, both ways", bytes(ours) / minutes, bytes(theirs) / minutes, "");
	}

	private static double bytes(ZooKeeperTap tap) {
		return tap.frames().stream().mapToLong(Frame::bytes).sum();
	}

	private static ThreadSet newThreads(ThreadSet before) {
		return ThreadSet.newSince(before,
				(name) -> !name.startsWith("awaitility") && !name.startsWith(ZooKeeperTap.THREAD));
	}

	private static long[] counters(ThreadSet locator, ThreadSet bare) {
		OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		return new long[] { locator.cpuTime(), bare.cpuTime(), process.getProcessCpuTime(), locator.allocated(),
				bare.allocated() };
	}

}
