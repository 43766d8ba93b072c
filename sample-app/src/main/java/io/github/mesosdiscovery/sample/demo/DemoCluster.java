package io.github.mesosdiscovery.sample.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Three simulated masters in an embedded ZooKeeper. Again and again, the leader dies and
 * returns as a new master, which is last in line.
 */
public final class DemoCluster implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(DemoCluster.class);

	private static final int MASTERS = 3;

	/** More often than those of Mesos, so that a page changes while one watches it. */
	private static final Duration HEARTBEATS = Duration.ofSeconds(5);

	private final TestMesosCluster cluster = TestMesosCluster.builder().http().heartbeatInterval(HEARTBEATS).start();

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, DemoCluster::thread);

	private final long lifetime;

	/** The ports of masters to start. They are reused while they are free. */
	private final Queue<Integer> missing = new ArrayDeque<>();

	private DemoCluster(Duration leaderLifetime) {
		this.lifetime = leaderLifetime.toMillis();
	}

	/**
	 * Start the cluster.
	 * @param leaderLifetime how long a leader lives on average; it varies by a quarter
	 * @return a running cluster, which the caller closes
	 */
	static DemoCluster start(Duration leaderLifetime) {
		DemoCluster demo = new DemoCluster(leaderLifetime);
		for (int i = 0; i < MASTERS; i++) {
			demo.missing.add(SimulatedMasters.DEFAULT_PORT + i);
		}
		demo.startMissing();
		demo.schedule();
		logger.info("mesos.discovery.zk is not set, so this is a demo: " + MASTERS + " simulated masters at "
				+ demo.url() + ", whose leader dies about every " + leaderLifetime.toSeconds() + " s");
		return demo;
	}

	/**
	 * Return the master URL of the cluster.
	 * @return the URL for {@code mesos.discovery.zk}
	 */
	String url() {
		return this.cluster.mechanism();
	}

	boolean isRunning() {
		return !this.executor.isShutdown();
	}

	private void schedule() {
		long jitter = ThreadLocalRandom.current().nextLong(-this.lifetime / 4, this.lifetime / 4 + 1);
		this.executor.schedule(this::replaceLeader, this.lifetime + jitter, TimeUnit.MILLISECONDS);
	}

	private void replaceLeader() {
		try {
			this.cluster.leader().ifPresent((leader) -> {
				logger.info("The leader of the demo dies: " + leader);
				leader.kill();
				this.missing.add(leader.info().getPort());
			});
			startMissing();
		}
		catch (RuntimeException ex) {
			if (!this.executor.isShutdown()) {
				logger.warn("Could not replace the leader of the demo; retrying", ex);
			}
		}
		schedule();
	}

	private void startMissing() {
		for (Integer port = this.missing.peek(); port != null; port = this.missing.peek()) {
			start(port);
			this.missing.remove();
		}
	}

	private void start(int port) {
		try {
			this.cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(port).build());
		}
		catch (UncheckedIOException ex) {
			// Another program listens on this port.
			this.cluster.startMaster();
		}
	}

	/**
	 * Stop everything, within seconds.
	 */
	@Override
	public void close() {
		this.executor.shutdownNow();
		this.cluster.close();
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "mesos-demo");
		thread.setDaemon(true);
		return thread;
	}

}
