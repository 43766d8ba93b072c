package io.github.mesosdiscovery.test;

import com.sun.net.httpserver.HttpHandler;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.CreateMode;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Mesos master: a ZooKeeper session with an ephemeral sequential znode. When
 * the session expires, for example because ZooKeeper was stopped for longer than the
 * session timeout, the master registers again with a new session and a new znode, until
 * it is killed or closed. Nothing listens on its port unless the cluster was built with
 * {@link TestMesosClusterBuilder#http()}.
 * <p>
 * Thread-safe. Methods that change something return when the server has applied the
 * change.
 */
public final class SimulatedMaster implements AutoCloseable {

	private final EmbeddedZooKeeper server;

	private final ClusterSettings settings;

	private final MasterFormat format;

	private final @Nullable MasterHttp http;

	private final Thread registrar = new Thread(this::stayRegistered, "simulated-master");

	private volatile MasterInfo info;

	private volatile ZooKeeperClient client;

	private volatile Registration registration;

	private volatile boolean stopped;

	private SimulatedMaster(EmbeddedZooKeeper server, ClusterSettings settings, MasterFormat format, MasterInfo info,
			@Nullable MasterHttp http) {
		this.server = server;
		this.settings = settings;
		this.format = format;
		this.info = info;
		this.http = http;
		this.client = connect();
		this.registration = register();
		this.registrar.setDaemon(true);
	}

	static SimulatedMaster start(EmbeddedZooKeeper server, ClusterSettings settings, MasterFormat format,
			MasterInfo info, @Nullable MasterHttp http) {
		SimulatedMaster master = new SimulatedMaster(server, settings, format, info, http);
		master.registrar.start();
		return master;
	}

	private ZooKeeperClient connect() {
		this.server.running();
		return new ZooKeeperClient("127.0.0.1:" + this.server.port(), this.settings.sessionTimeout());
	}

	private Registration register() {
		ZooKeeperClient client = this.client;
		client.awaitConnection();
		try {
			return client.call((zooKeeper) -> {
				Znodes.createPath(zooKeeper, this.settings.path());
				if (this.settings.logReplicas()) {
					Znodes.joinReplicatedLog(zooKeeper, this.settings.path(), this.info);
				}
				String znode = this.settings.path() + "/" + this.format.label();
				return new Registration(client.session(), Znodes.create(zooKeeper, znode, this.format.encode(this.info),
						CreateMode.EPHEMERAL_SEQUENTIAL));
			});
		}
		catch (RuntimeException ex) {
			client.closeInBackground();
			throw ex;
		}
	}

	/**
	 * Register again after each expiry, once the server has removed the old znode, so
	 * that the master never has two.
	 */
	private void stayRegistered() {
		while (!this.stopped) {
			try {
				this.client.awaitEnd();
				while (isAlive()) {
					Waiting.pause();
				}
				if (!this.stopped) {
					this.client = connect();
					this.registration = register();
				}
			}
			catch (RuntimeException ex) {
				// Interrupted by closeInBackground, or ZooKeeper was stopped again.
			}
		}
		Waiting.uninterruptibly(this.client::close);
	}

	void serveHttp(HttpHandler handler) {
		if (this.http != null) {
			this.http.serve(handler);
		}
	}

	/**
	 * Return what this master publishes.
	 * @return the information that it was started with, or that {@link #update} set last
	 */
	public MasterInfo info() {
		return this.info;
	}

	/**
	 * Return the format of this master's znode.
	 * @return the format
	 */
	public MasterFormat format() {
		return this.format;
	}

	/**
	 * Return the name of this master's znode.
	 * @return the name without its path, for example {@code json.info_0000000003}
	 */
	public String znode() {
		return this.registration.znode().name();
	}

	/**
	 * Return the path of this master's znode.
	 * @return the path, for example {@code /mesos/json.info_0000000003}
	 */
	public String path() {
		return this.registration.znode().path();
	}

	/**
	 * Return the number that ZooKeeper gave to this master's znode.
	 * @return the sequence; the lowest leads
	 */
	public int sequence() {
		return Integer.parseInt(znode().substring(this.format.label().length()));
	}

	/**
	 * Return the id of the transaction that created this master's znode.
	 * @return the czxid
	 */
	public long epoch() {
		return this.registration.znode().czxid();
	}

	/**
	 * Return the id of the session that holds this master's znode.
	 * @return the session id
	 */
	public long session() {
		return this.registration.session();
	}

	/**
	 * Return whether this master's znode exists. While ZooKeeper is stopped, it does not
	 * disappear.
	 * @return {@code false} after the master was killed, closed or deleted, and from the
	 * expiry of its session until it has registered again
	 */
	public boolean isAlive() {
		return !this.stopped && this.server.exists(path(), epoch());
	}

	/**
	 * Publish new information in the same znode.
	 * @param info the information
	 * @throws IllegalStateException if the znode does not exist
	 */
	public void update(MasterInfo info) {
		setData(this.format.encode(info));
		this.info = info;
	}

	/**
	 * Write any data into the znode, for tests of masters that cannot be read.
	 * @param data the data. {@link #info()} does not change
	 * @throws IllegalStateException if the znode does not exist
	 */
	public void setData(byte[] data) {
		this.client.call((zooKeeper) -> zooKeeper.setData(path(), data, -1));
	}

	/**
	 * Delete the znode and keep the session.
	 * @throws IllegalStateException if the znode does not exist
	 */
	public void delete() {
		this.client.call((zooKeeper) -> {
			zooKeeper.delete(path(), -1);
			return path();
		});
	}

	/**
	 * Close this master's port and its HTTP connections and keep the znode, like in the
	 * session timeout after a crash. Does nothing if the master does not serve HTTP.
	 */
	public void stopHttp() {
		if (this.http != null) {
			this.http.close();
		}
	}

	/**
	 * End this master like a crash, without waiting for the session timeout: the server
	 * closes the session and removes the znode. Does nothing if the master has ended.
	 * @throws IllegalStateException if ZooKeeper is stopped
	 */
	public void kill() {
		if (!this.stopped) {
			RunningZooKeeper running = this.server.running();
			// A process ends before its session does.
			stopHttp();
			if (running.sessions().contains(session())) {
				running.expire(session());
			}
			closeInBackground();
		}
	}

	/**
	 * End this master like a shutdown: it closes its session. While ZooKeeper is stopped,
	 * it cannot, and the znode remains until the session timeout elapses.
	 */
	@Override
	public void close() {
		Waiting.join(closeInBackground());
	}

	synchronized Thread closeInBackground() {
		if (!this.stopped) {
			stopHttp();
			// In this order: the thread must not be interrupted while it closes its
			// client.
			this.registrar.interrupt();
			this.stopped = true;
		}
		return this.registrar;
	}

	ZooKeeperClient client() {
		return this.client;
	}

	boolean isClosed() {
		return this.stopped && !this.registrar.isAlive();
	}

	@Override
	public String toString() {
		return this.info.getPid() + " (" + path() + ")";
	}

	private record Registration(long session, Znodes.Created znode) {
	}

}
