package io.github.mesosdiscovery.test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;

/**
 * A Mesos-like cluster for tests: a ZooKeeper server in this JVM, on a free port of the
 * loopback address, and simulated masters that register like real ones.
 * <p>
 * Thread-safe. A cluster sets no system properties and registers no MBeans. When a method
 * returns, the change in ZooKeeper is complete; clients detect it later.
 */
public final class TestMesosCluster extends ServerView implements AutoCloseable {

	private final ClusterSettings settings;

	private final List<SimulatedMaster> masters = new CopyOnWriteArrayList<>();

	private final Frameworks frameworks = new Frameworks();

	private int started;

	private volatile @Nullable ZooKeeperClient client;

	private boolean closed;

	TestMesosCluster(ServerSettings server, ClusterSettings settings) {
		super(new EmbeddedZooKeeper(server));
		this.settings = settings;
	}

	/**
	 * Start a cluster with the path {@code /mesos} and no masters.
	 * @return a running cluster, which the caller closes
	 */
	public static TestMesosCluster start() {
		return builder().start();
	}

	/**
	 * Create a builder with the default settings.
	 * @return a new builder
	 */
	public static TestMesosClusterBuilder builder() {
		return new TestMesosClusterBuilder();
	}

	/**
	 * Return the master URL of this cluster, for {@code mesos.discovery.zk}.
	 * @return the URL, for example {@code zk://127.0.0.1:41235/mesos}
	 */
	public String mechanism() {
		return "zk://" + connectString() + this.settings.path();
	}

	/**
	 * Return the path of the registrations.
	 * @return the path, for example {@code /mesos}
	 */
	public String path() {
		return this.settings.path();
	}

	/**
	 * Start a master with {@link SimulatedMasters#info(int) default} information. The
	 * first has port 5050, and each further one the next port; if masters serve HTTP,
	 * each has a free port.
	 * @return the registered master
	 */
	public SimulatedMaster startMaster() {
		return startMaster(this.settings.format());
	}

	/**
	 * Start a master with default information.
	 * @param format the format of its znode
	 * @return the registered master
	 */
	public synchronized SimulatedMaster startMaster(MasterFormat format) {
		MasterHttp http = this.settings.http() ? MasterHttp.bind(0) : null;
		int port = (http != null) ? http.port() : SimulatedMasters.DEFAULT_PORT + this.started;
		return start(format, SimulatedMasters.info(port).build(), http);
	}

	/**
	 * Start a master.
	 * @param format the format of its znode
	 * @param info what it publishes
	 * @return the registered master
	 * @throws IllegalStateException if ZooKeeper is stopped
	 */
	public synchronized SimulatedMaster startMaster(MasterFormat format, MasterInfo info) {
		return start(format, info, this.settings.http() ? MasterHttp.bind(info.getPort()) : null);
	}

	private SimulatedMaster start(MasterFormat format, MasterInfo info, @Nullable MasterHttp http) {
		this.masters.removeIf(SimulatedMaster::isClosed);
		try {
			SimulatedMaster master = SimulatedMaster.start(this.server, this.settings, format, info, http);
			this.masters.add(master);
			this.started++;
			master.serveHttp(
					new MasterEndpoints(master, this::leader, this.frameworks, this.settings.heartbeatInterval()));
			return master;
		}
		catch (RuntimeException ex) {
			if (http != null) {
				http.close();
			}
			throw ex;
		}
	}

	/**
	 * Return the masters whose znodes exist.
	 * @return the masters in election order, the leader first
	 */
	public List<SimulatedMaster> masters() {
		return this.masters.stream()
			.filter(SimulatedMaster::isAlive)
			.sorted(Comparator.comparingInt(SimulatedMaster::sequence))
			.toList();
	}

	/**
	 * Return the master with the lowest sequence.
	 * @return the leader, or empty if no master is alive
	 */
	public Optional<SimulatedMaster> leader() {
		return masters().stream().findFirst();
	}

	/**
	 * Return which frameworks are subscribed to the scheduler API of the masters. A
	 * framework has one subscription at most. One that the framework has closed is listed
	 * until the master sends the next event; those of a killed master are not.
	 * @return the subscriptions, in the order of the framework ids
	 * @see TestMesosClusterBuilder#http()
	 */
	public List<SchedulerSubscription> subscriptions() {
		return this.frameworks.subscriptions();
	}

	/**
	 * Kill the leader, see {@link SimulatedMaster#kill()}.
	 * @return the killed master
	 * @throws IllegalStateException if there is no leader, or ZooKeeper is stopped
	 */
	public synchronized SimulatedMaster killLeader() {
		SimulatedMaster leader = leader()
			.orElseThrow(() -> new IllegalStateException("No master is alive in " + mechanism()));
		leader.kill();
		return leader;
	}

	/**
	 * Stop ZooKeeper and keep its port and its data. Does nothing if it is stopped.
	 */
	public synchronized void stopZooKeeper() {
		if (this.server.isRunning()) {
			this.server.stop();
			ownClients().forEach(ZooKeeperClient::awaitDisconnection);
		}
	}

	/**
	 * Start ZooKeeper again with its data. Masters reconnect within about two seconds,
	 * and their znodes still exist. After an outage longer than the
	 * {@link TestMesosClusterBuilder#masterSessionTimeout session timeout} of the
	 * masters, ZooKeeper removes these znodes, and the masters register again with new
	 * ones.
	 */
	public synchronized void startZooKeeper() {
		if (this.closed) {
			throw new IllegalStateException("This cluster is closed; start a new one");
		}
		this.server.start();
	}

	/**
	 * Stop ZooKeeper and start it again.
	 */
	public synchronized void restartZooKeeper() {
		stopZooKeeper();
		startZooKeeper();
	}

	/**
	 * Replace ZooKeeper by an empty one on the same port, without sessions and masters.
	 * It runs afterwards, even if it was stopped.
	 */
	public synchronized void wipe() {
		this.server.stop();
		this.masters.forEach(SimulatedMaster::closeInBackground);
		closeClient();
		this.server.deleteData();
		startZooKeeper();
	}

	/**
	 * Create a persistent znode beside the masters, with any name and data.
	 * @param name the name
	 * @param data the data
	 * @return the path of the znode
	 */
	public String createRaw(String name, byte[] data) {
		return createRaw(name, data, CreateMode.PERSISTENT);
	}

	/**
	 * Create a znode beside the masters, with any name and data.
	 * @param name the name
	 * @param data the data
	 * @param mode the mode. An ephemeral znode belongs to the session of
	 * {@link #client()}
	 * @return the path of the znode, including the sequence if it is sequential
	 */
	public String createRaw(String name, byte[] data, CreateMode mode) {
		return ownClient().call((zooKeeper) -> {
			Znodes.createPath(zooKeeper, this.settings.path());
			return Znodes.create(zooKeeper, this.settings.path() + "/" + name, data, mode).path();
		});
	}

	/**
	 * Create the path, persistent and open to everyone, if it does not exist.
	 */
	public void createPath() {
		ownClient().call((zooKeeper) -> {
			Znodes.createPath(zooKeeper, this.settings.path());
			return this.settings.path();
		});
	}

	/**
	 * Delete the path and everything below it, including the masters' znodes.
	 */
	public void deletePath() {
		ownClient().call((zooKeeper) -> {
			Znodes.deleteRecursively(zooKeeper, this.settings.path());
			return this.settings.path();
		});
	}

	/**
	 * Set the access control list of a znode. It does not restrict the cluster itself.
	 * @param znode the absolute path of the znode
	 * @param acl the access control list
	 */
	public void setAcl(String znode, List<ACL> acl) {
		ownClient().call((zooKeeper) -> Znodes.setAcl(zooKeeper, znode, acl));
	}

	/**
	 * Return a ZooKeeper client, for operations that this class does not have.
	 * @return a connected client, which the cluster closes
	 */
	public ZooKeeper client() {
		return ownClient().zooKeeper();
	}

	private synchronized ZooKeeperClient ownClient() {
		ZooKeeperClient client = this.client;
		if (client == null || !client.isAlive()) {
			client = connect();
			this.client = client;
		}
		return client;
	}

	private ZooKeeperClient connect() {
		this.server.running();
		return ZooKeeperClient.connect(connectString(), this.settings.sessionTimeout());
	}

	@Override
	Stream<ZooKeeperClient> ownClients() {
		return Stream.concat(this.masters.stream().map(SimulatedMaster::client), Stream.ofNullable(this.client));
	}

	private void closeClient() {
		ZooKeeperClient client = this.client;
		if (client != null) {
			client.close();
			this.client = null;
		}
	}

	private void closeAll() {
		this.masters.stream().map(SimulatedMaster::closeInBackground).toList().forEach(Waiting::join);
		closeClient();
		this.server.close();
	}

	/**
	 * Stop the masters and ZooKeeper. Returns within seconds and leaves no thread, socket
	 * or file. A second call does nothing.
	 */
	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			Waiting.uninterruptibly(this::closeAll);
		}
	}

}
