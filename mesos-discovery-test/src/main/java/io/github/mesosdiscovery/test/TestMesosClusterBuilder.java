package io.github.mesosdiscovery.test;

import java.time.Duration;

import org.apache.zookeeper.common.PathUtils;

/**
 * Settings of a {@link TestMesosCluster}. Not safe for use by several threads.
 */
public final class TestMesosClusterBuilder {

	private String path = "/mesos";

	private int masters;

	private MasterFormat format = MasterFormat.JSON;

	private boolean logReplicas = true;

	private boolean http;

	private Duration masterSessionTimeout = Duration.ofSeconds(10);

	private ServerSettings server = new ServerSettings(Duration.ofMillis(100), Duration.ofMillis(200),
			Duration.ofSeconds(40));

	TestMesosClusterBuilder() {
	}

	/**
	 * Set where the masters register.
	 * @param path an absolute path of one or more segments; {@code /mesos} by default
	 * @return this builder
	 * @throws IllegalArgumentException if it is no path, or {@code /}, which Mesos does
	 * not take either
	 */
	public TestMesosClusterBuilder path(String path) {
		if (path.equals("/")) {
			throw new IllegalArgumentException("The path of a cluster must have a segment, as /mesos, but is /");
		}
		PathUtils.validatePath(path);
		this.path = path;
		return this;
	}

	/**
	 * Set how many masters run from the start. The first of them leads.
	 * @param masters how many; none by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder masters(int masters) {
		this.masters = masters;
		return this;
	}

	/**
	 * Set how masters publish themselves unless told otherwise.
	 * @param format the format; {@link MasterFormat#JSON} by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder format(MasterFormat format) {
		this.format = format;
		return this;
	}

	/**
	 * Set whether each master joins {@code log_replicas} beside its registration, as a
	 * real one does whose registry is a replicated log.
	 * @param logReplicas {@code true} by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder logReplicas(boolean logReplicas) {
		this.logReplicas = logReplicas;
		return this;
	}

	/**
	 * Let the masters answer HTTP too, each on a free port of {@code 127.0.0.1} that it
	 * publishes, or on the one in the information that it is started with.
	 * <p>
	 * Every master answers {@code /version} and {@code /health}, and points to the leader
	 * from {@code /redirect}. The leader answers {@code /state}, the calls
	 * {@code GET_HEALTH}, {@code GET_MASTER} and {@code GET_VERSION} in JSON on
	 * {@code /api/v1}, and on {@code /api/v1/scheduler} {@code SUBSCRIBE} with a stream
	 * without end, other calls with 202. The others answer a request to any endpoint of
	 * the leader with 307 and a {@code Location} without a scheme, or 503 while there is
	 * no leader. All but {@code /version} stand behind {@code /master} as well.
	 * @return this builder
	 */
	public TestMesosClusterBuilder http() {
		this.http = true;
		return this;
	}

	/**
	 * Set the session timeout of the masters. After a longer outage of ZooKeeper they
	 * register again with new znodes.
	 * @param timeout the session timeout; 10 seconds by default, as for Mesos
	 * @return this builder
	 */
	public TestMesosClusterBuilder masterSessionTimeout(Duration timeout) {
		this.masterSessionTimeout = timeout;
		return this;
	}

	/**
	 * Set how finely ZooKeeper counts session timeouts, and the shortest that a client
	 * can get: two ticks, as with every ZooKeeper.
	 * @param tickTime the tick; 100 milliseconds by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder tickTime(Duration tickTime) {
		this.server = new ServerSettings(tickTime, tickTime.multipliedBy(2), this.server.maxSessionTimeout());
		return this;
	}

	/**
	 * Set between which bounds ZooKeeper grants session timeouts.
	 * @param shortest the shortest; two ticks by default
	 * @param longest the longest; 40 seconds by default, as for a ZooKeeper with the
	 * default tick of two seconds
	 * @return this builder
	 */
	public TestMesosClusterBuilder sessionTimeouts(Duration shortest, Duration longest) {
		this.server = new ServerSettings(this.server.tickTime(), shortest, longest);
		return this;
	}

	/**
	 * Start ZooKeeper and the masters.
	 * @return a running cluster, to be closed by the caller
	 * @throws java.io.UncheckedIOException if ZooKeeper cannot start
	 */
	public TestMesosCluster start() {
		TestMesosCluster cluster = new TestMesosCluster(this.server,
				new ClusterSettings(this.path, this.masterSessionTimeout, this.format, this.logReplicas, this.http));
		try {
			cluster.startZooKeeper();
			for (int i = 0; i < this.masters; i++) {
				cluster.startMaster();
			}
			return cluster;
		}
		catch (RuntimeException | Error ex) {
			cluster.close();
			throw ex;
		}
	}

}
