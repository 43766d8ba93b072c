package io.github.mesosdiscovery.sample.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Three simulated masters in a ZooKeeper of their own. Again and again the leader dies
 * and comes back as a new master, last in line.
 */
public final class DemoCluster implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(DemoCluster.class);

	private static final int MASTERS = 3;

	private final TestMesosCluster cluster = TestMesosCluster.start();

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, DemoCluster::thread);

	private final long lifetime;

	private DemoCluster(Duration leaderLifetime) {
		this.lifetime = leaderLifetime.toMillis();
	}

	/**
	 * Start the cluster.
	 * @param leaderLifetime how long a leader lives, give or take a quarter
	 * @return a running cluster, to be closed by the caller
	 */
	static DemoCluster start(Duration leaderLifetime) {
		DemoCluster demo = new DemoCluster(leaderLifetime);
		demo.fillUp();
		demo.schedule();
		logger.info("mesos.discovery.zk is not set, so this is a demo: " + MASTERS + " simulated masters at "
				+ demo.mechanism() + ", whose leader dies about every " + leaderLifetime.toSeconds() + " s");
		return demo;
	}

	/**
	 * Return where the masters are.
	 * @return a mechanism string
	 */
	String mechanism() {
		return this.cluster.mechanism();
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
			});
			fillUp();
		}
		catch (RuntimeException ex) {
			if (!this.executor.isShutdown()) {
				logger.warn("The leader of the demo could not be replaced; it is tried again", ex);
			}
		}
		schedule();
	}

	/**
	 * Start what is missing: one after a death, and all when the sessions have expired
	 * while the machine slept. The ports are always the same, or they would run out.
	 */
	private void fillUp() {
		List<Integer> taken = this.cluster.masters().stream().map((master) -> master.info().getPort()).toList();
		for (int i = 0; i < MASTERS; i++) {
			int port = SimulatedMasters.DEFAULT_PORT + i;
			if (!taken.contains(port)) {
				this.cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(port).build());
			}
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
