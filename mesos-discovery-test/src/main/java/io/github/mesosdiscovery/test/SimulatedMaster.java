package io.github.mesosdiscovery.test;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.CreateMode;
import org.jspecify.annotations.Nullable;

/**
 * A Mesos master as far as ZooKeeper sees it: a session of its own and an ephemeral
 * sequential znode. Nothing listens on its port, unless the cluster was built with
 * {@link TestMesosClusterBuilder#http()}.
 * <p>
 * Safe for use by several threads. All methods that change something return when the
 * server has done it.
 */
public final class SimulatedMaster implements AutoCloseable {

	private final EmbeddedZooKeeper server;

	private final ZooKeeperClient client;

	private final MasterFormat format;

	private final Znodes.Created registration;

	private final @Nullable MasterHttp http;

	private volatile MasterInfo info;

	private volatile @Nullable Thread closing;

	private SimulatedMaster(EmbeddedZooKeeper server, ZooKeeperClient client, MasterFormat format, MasterInfo info,
			Znodes.Created registration, @Nullable MasterHttp http) {
		this.server = server;
		this.client = client;
		this.format = format;
		this.info = info;
		this.registration = registration;
		this.http = http;
	}

	static SimulatedMaster start(EmbeddedZooKeeper server, ZooKeeperClient client, ClusterSettings settings,
			MasterFormat format, MasterInfo info, @Nullable MasterHttp http) {
		try {
			return client.call((zooKeeper) -> {
				Znodes.createPath(zooKeeper, settings.path());
				if (settings.logReplicas()) {
					LogReplicas.join(zooKeeper, settings.path(), info);
				}
				String znode = settings.path() + "/" + format.label();
				return new SimulatedMaster(server, client, format, info,
						Znodes.create(zooKeeper, znode, format.encode(info), CreateMode.EPHEMERAL_SEQUENTIAL), http);
			});
		}
		catch (RuntimeException ex) {
			client.closeInBackground();
			throw ex;
		}
	}

	void serveHttp(Supplier<Optional<SimulatedMaster>> leader) {
		if (this.http != null) {
			this.http.serve(this, leader);
		}
	}

	/**
	 * Return what this master publishes of itself.
	 * @return the information that it was started with or that {@link #update} set last
	 */
	public MasterInfo info() {
		return this.info;
	}

	/**
	 * Return how this master publishes itself.
	 * @return the format that it was started with
	 */
	public MasterFormat format() {
		return this.format;
	}

	/**
	 * Return the name of this master's znode.
	 * @return the name without its path, as {@code json.info_0000000003}
	 */
	public String znode() {
		return this.registration.name();
	}

	/**
	 * Return where this master's znode is.
	 * @return the path, as {@code /mesos/json.info_0000000003}
	 */
	public String path() {
		return this.registration.path();
	}

	/**
	 * Return the number that ZooKeeper gave to this master's znode; the lowest leads.
	 * @return the sequence
	 */
	public int sequence() {
		return Integer.parseInt(znode().substring(this.format.label().length()));
	}

	/**
	 * Return the transaction that created this master's znode.
	 * @return the czxid
	 */
	public long epoch() {
		return this.registration.czxid();
	}

	/**
	 * Return the id of this master's session.
	 * @return the id as the server knows it
	 */
	public long session() {
		return this.client.session();
	}

	/**
	 * Return whether this master's znode stands. While ZooKeeper is stopped nothing can
	 * remove it.
	 * @return {@code true} until the master is killed, closed or deleted, or its session
	 * expires
	 */
	public boolean isAlive() {
		return this.closing == null && this.server.holds(path(), epoch());
	}

	/**
	 * Publish something else in the same znode.
	 * @param info what to publish
	 * @throws IllegalStateException if the znode is gone
	 */
	public void update(MasterInfo info) {
		setData(this.format.encode(info));
		this.info = info;
	}

	/**
	 * Write anything into the znode, for tests of what cannot be read.
	 * @param data the bytes to write; {@link #info()} does not follow them
	 * @throws IllegalStateException if the znode is gone
	 */
	public void setData(byte[] data) {
		this.client.call((zooKeeper) -> zooKeeper.setData(path(), data, -1));
	}

	/**
	 * Delete the znode and keep the session.
	 * @throws IllegalStateException if the znode is gone already
	 */
	public void delete() {
		this.client.call((zooKeeper) -> {
			zooKeeper.delete(path(), -1);
			return path();
		});
	}

	/**
	 * Close this master's port and its HTTP connections and keep the znode, as it is for
	 * the session timeout after a crash. Does nothing where there is no HTTP.
	 */
	public void stopHttp() {
		if (this.http != null) {
			this.http.close();
		}
	}

	/**
	 * End this master as a crash does, without the wait for its session timeout: the
	 * server closes the session and removes the znode. Does nothing to one that has
	 * ended.
	 * @throws IllegalStateException if ZooKeeper is stopped
	 */
	public void kill() {
		if (this.closing == null) {
			RunningZooKeeper running = this.server.running();
			// A process is gone before its session is.
			stopHttp();
			if (running.sessions().contains(session())) {
				running.expire(session());
			}
			closeInBackground();
		}
	}

	/**
	 * End this master as a shutdown does: it closes its session. While ZooKeeper is
	 * stopped it only leaves, and the znode stays until the session timeout.
	 */
	@Override
	public void close() {
		Waiting.join(closeInBackground());
	}

	synchronized Thread closeInBackground() {
		Thread closing = this.closing;
		if (closing == null) {
			stopHttp();
			closing = this.client.closeInBackground();
			this.closing = closing;
		}
		return closing;
	}

	ZooKeeperClient client() {
		return this.client;
	}

	boolean isClosed() {
		Thread closing = this.closing;
		return closing != null && !closing.isAlive();
	}

	@Override
	public String toString() {
		return this.info.getPid() + " (" + path() + ")";
	}

}
