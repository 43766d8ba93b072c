package io.github.mesosdiscovery.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * What goes on when nothing changes: CPU time, garbage and requests of a locator with its
 * default settings, beside those of a bare client in the same process at the same time.
 */
final class IdleTime {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Duration duration;

	IdleTime(Duration duration) {
		this.duration = duration;
	}

	void report(Results results) throws Exception {
		results.text("A locator and a bare ZooKeeper client for " + this.duration.toSeconds()
				+ " s in which nothing changes, in the same process at the same time, for each minute. The CPU time and"
				+ " the garbage are of their threads; the process adds the taps that count, and all else.");
		try (ZooKeeperProcess server = Server.start(ZooKeeperVersions.NEWEST);
				MasterPath path = new MasterPath(server.connectString(), "/mesos");
				ZooKeeperTap ours = ZooKeeperTap.to(server.port());
				ZooKeeperTap theirs = ZooKeeperTap.to(server.port())) {
			path.create();
			for (int i = 0; i < FollowedMasters.MASTERS; i++) {
				path.register(MasterFormat.JSON, 5050 + i);
			}
			results.table("idle", measure(path.path(), ours, theirs));
		}
	}

	private Table measure(String path, ZooKeeperTap ours, ZooKeeperTap theirs) throws Exception {
		ThreadSet before = ThreadSet.all();
		try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://" + ours.connectString() + path)
			.build()) {
			locator.start();
			await("the masters").atMost(LIMIT).until(() -> locator.masters().size() == FollowedMasters.MASTERS);
			ours.awaitQuiet();
			ThreadSet locatorThreads = newThreads(before);
			ThreadSet between = ThreadSet.all();
			BareClient bare = BareClient.open(theirs.connectString(), path);
			try {
				theirs.awaitQuiet();
				return observe(locatorThreads, newThreads(between), ours, theirs);
			}
			finally {
				bare.close();
			}
		}
	}

	private Table observe(ThreadSet locator, ThreadSet bare, ZooKeeperTap ours, ZooKeeperTap theirs)
			throws InterruptedException {
		long locatorTime = locator.cpuTime();
		long locatorBytes = locator.allocated();
		long bareTime = bare.cpuTime();
		long bareBytes = bare.allocated();
		long processTime = processTime();
		ours.clear();
		theirs.clear();
		// Nothing is waited for: this is the measurement itself.
		Thread.sleep(this.duration.toMillis());
		double minutes = this.duration.toMillis() / 60_000.0;
		Table table = Table.of("for each minute", "locator", "bare client", "process")
			.row("CPU time in ms", (locator.cpuTime() - locatorTime) / 1e6 / minutes,
					(bare.cpuTime() - bareTime) / 1e6 / minutes, (processTime() - processTime) / 1e6 / minutes)
			.row("KB allocated", (locator.allocated() - locatorBytes) / 1024.0 / minutes,
					(bare.allocated() - bareBytes) / 1024.0 / minutes, "");
		for (Operation operation : List.of(Operation.HEARTBEAT, Operation.PING, Operation.LIST, Operation.GET)) {
			table.row("requests: " + operation, Frame.requests(ours.frames(), operation) / minutes,
					Frame.requests(theirs.frames(), operation) / minutes, "");
		}
		return table.row("bytes, both ways", bytes(ours) / minutes, bytes(theirs) / minutes, "");
	}

	private static double bytes(ZooKeeperTap tap) {
		return tap.frames().stream().mapToLong(Frame::bytes).sum();
	}

	/** Those of the taps are of the process only. */
	private static ThreadSet newThreads(ThreadSet before) {
		return ThreadSet.all().without(before).withoutNamed("zookeeper-tap");
	}

	private static long processTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

}
