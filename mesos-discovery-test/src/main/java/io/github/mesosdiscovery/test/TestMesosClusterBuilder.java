package io.github.mesosdiscovery.test;

import java.time.Duration;

import org.apache.zookeeper.common.PathUtils;

/**
 * Builder for a {@link TestMesosCluster}. Not thread-safe.
 */
public final class TestMesosClusterBuilder {

	private String path = "/mesos";

	private int masters;

	private MasterFormat format = MasterFormat.JSON;

	private boolean logReplicas = true;

	private boolean http;

	private Duration heartbeatInterval = Duration.ofSeconds(15);

	private Duration masterSessionTimeout = Duration.ofSeconds(10);

	private ServerSettings server = new ServerSettings(Duration.ofMillis(100), Duration.ofMillis(200),
			Duration.ofSeconds(40));

	TestMesosClusterBuilder() {
	}

	/**
	 * Set the path of the registrations.
	 * @param path an absolute path; {@code /mesos} by default
	 * @return this builder
	 * @throws IllegalArgumentException if the path is invalid, or {@code /}, which Mesos
	 * does not accept either
	 */
	public TestMesosClusterBuilder path(String path) {
		if (path.equals("/")) {
			throw new IllegalArgumentException("The path of a cluster must not be /; use, for example, /mesos");
		}
		PathUtils.validatePath(path);
		this.path = path;
		return this;
	}

	/**
	 * Set how many masters to start. The first of them leads.
	 * @param masters the number of masters; 0 by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder masters(int masters) {
		this.masters = masters;
		return this;
	}

	/**
	 * Set the default format of the masters' znodes.
	 * @param format the format; {@link MasterFormat#JSON} by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder format(MasterFormat format) {
		this.format = format;
		return this;
	}

	/**
	 * Set whether each master joins {@code log_replicas}, like a real master whose
	 * registry is a replicated log.
	 * @param logReplicas {@code true} by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder logReplicas(boolean logReplicas) {
		this.logReplicas = logReplicas;
		return this;
	}

	/**
	 * Let the masters serve HTTP, each on a free port of {@code 127.0.0.1} that it
	 * publishes, or on the port of the information that it is started with.
	 * <p>
	 * Every master serves {@code /version} and {@code /health}, and redirects from
	 * {@code /redirect} to the leader. The leader serves {@code /state}, the calls
	 * {@code GET_HEALTH}, {@code GET_MASTER} and {@code GET_VERSION} in JSON on
	 * {@code /api/v1}, and {@code /api/v1/scheduler}. Other masters answer requests for
	 * endpoints of the leader with 307 and a {@code Location} without a scheme, or with
	 * 503 while there is no leader. All paths except {@code /version} also exist below
	 * {@code /master}.
	 * <p>
	 * The scheduler API follows Mesos' {@code docs/scheduler-http-api.md} in JSON.
	 * {@code SUBSCRIBE} opens a stream of {@code SUBSCRIBED}, {@code HEARTBEAT} and
	 * {@code OFFERS}, which breaks off when the master is killed. A framework keeps its
	 * id after a failover, and another subscription with this id ends the first one. A
	 * framework that was torn down, or whose id no master of this cluster has assigned,
	 * receives an {@code ERROR}. (A Mesos master accepts an unknown id, since it may have
	 * been assigned by its predecessor.) Other calls need the {@code Mesos-Stream-Id} of
	 * the subscription and are answered with 202. A declined offer returns with the next
	 * heartbeat; tasks are not simulated.
	 * @return this builder
	 * @see TestMesosCluster#subscriptions()
	 */
	public TestMesosClusterBuilder http() {
		this.http = true;
		return this;
	}

	/**
	 * Set the interval of the heartbeats to subscribed frameworks.
	 * @param interval the interval; 15 seconds by default, like in Mesos
	 * @return this builder
	 * @throws IllegalArgumentException if the interval is not positive
	 */
	public TestMesosClusterBuilder heartbeatInterval(Duration interval) {
		if (interval.isNegative() || interval.isZero()) {
			throw new IllegalArgumentException("The heartbeat interval must be positive; use, for example, 15 s");
		}
		this.heartbeatInterval = interval;
		return this;
	}

	/**
	 * Set the session timeout of the masters. After a longer outage of ZooKeeper, they
	 * register again with new znodes.
	 * @param timeout the session timeout; 10 seconds by default, like in Mesos
	 * @return this builder
	 */
	public TestMesosClusterBuilder masterSessionTimeout(Duration timeout) {
		this.masterSessionTimeout = timeout;
		return this;
	}

	/**
	 * Set the tick time of ZooKeeper, and the minimum session timeout to two ticks.
	 * @param tickTime the tick time; 100 milliseconds by default
	 * @return this builder
	 */
	public TestMesosClusterBuilder tickTime(Duration tickTime) {
		this.server = new ServerSettings(tickTime, tickTime.multipliedBy(2), this.server.maxSessionTimeout());
		return this;
	}

	/**
	 * Set the bounds of the session timeouts that ZooKeeper negotiates.
	 * @param min the minimum; two ticks by default
	 * @param max the maximum; 40 seconds by default, like ZooKeeper with its default tick
	 * time
	 * @return this builder
	 */
	public TestMesosClusterBuilder sessionTimeouts(Duration min, Duration max) {
		this.server = new ServerSettings(this.server.tickTime(), min, max);
		return this;
	}

	/**
	 * Start ZooKeeper and the masters.
	 * @return a running cluster, which the caller closes
	 * @throws java.io.UncheckedIOException if ZooKeeper cannot start
	 */
	public TestMesosCluster start() {
		TestMesosCluster cluster = new TestMesosCluster(this.server, new ClusterSettings(this.path,
				this.masterSessionTimeout, this.format, this.logReplicas, this.http, this.heartbeatInterval));
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
