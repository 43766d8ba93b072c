package io.github.mesosdiscovery.benchmarks.failover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooDefs.Ids;

/**
 * Three masters as ZooKeeper knows them, of whom the leader goes and a new one comes.
 */
public final class Masters implements AutoCloseable {

	/** Where they register. */
	public static final String PATH = "/mesos";

	private static final int COUNT = 3;

	private static final int LAST_PORT = 65_535;

	private static final int LIMIT = 30;

	private final String servers;

	private final BareClient client;

	private final List<String> names = new ArrayList<>();

	private int port = SimulatedMasters.DEFAULT_PORT;

	/**
	 * Register three masters.
	 * @param servers where the servers are; nothing is there yet
	 * @throws Exception if that fails
	 */
	public Masters(String servers) throws Exception {
		this.servers = servers;
		CountDownLatch connected = new CountDownLatch(1);
		this.client = new BareClient(servers, connected::countDown);
		if (!connected.await(LIMIT, TimeUnit.SECONDS)) {
			throw new IllegalStateException("No connection to " + servers + " in " + LIMIT + " s");
		}
		this.client.zooKeeper().create(PATH, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		while (this.names.size() < COUNT) {
			register();
		}
	}

	/** All are of one format, so that the order of names is that of their sequences. */
	static String leader(Collection<String> names) {
		return names.stream().min(String::compareTo).orElse("");
	}

	static String name(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/**
	 * Return where they have registered.
	 * @return the servers, as they were given
	 */
	public String servers() {
		return this.servers;
	}

	/**
	 * Return who is registered.
	 * @return the names of the znodes in election order
	 */
	public List<String> names() {
		return List.copyOf(this.names);
	}

	/**
	 * Have the leader's znode deleted, and do not wait for it: the thread that waits
	 * would wake up in the midst of the race.
	 * @return when it was sent, and what the server is going to answer
	 */
	Departure deleteLeader() {
		String path = PATH + "/" + this.names.remove(0);
		CompletableFuture<Integer> answer = new CompletableFuture<>();
		long now = System.nanoTime();
		this.client.zooKeeper().delete(path, -1, (rc, gone, ctx) -> answer.complete(rc), null);
		return new Departure(now, answer);
	}

	/**
	 * Register one more master, who is the last in line.
	 */
	void register() throws Exception {
		byte[] data = MasterFormat.JSON.encode(SimulatedMasters.info(this.port).build());
		this.port = (this.port < LAST_PORT) ? this.port + 1 : SimulatedMasters.DEFAULT_PORT;
		this.names.add(name(this.client.zooKeeper()
			.create(PATH + "/" + MasterFormat.JSON.label(), data, Ids.OPEN_ACL_UNSAFE,
					CreateMode.EPHEMERAL_SEQUENTIAL)));
	}

	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * A deletion under way.
	 *
	 * @param sent when it was asked for, by the monotonic clock
	 * @param answer what the server answers
	 */
	record Departure(long sent, CompletableFuture<Integer> answer) {

		void await() throws Exception {
			int code = this.answer.get(LIMIT, TimeUnit.SECONDS);
			if (code != Code.OK.intValue()) {
				throw new IllegalStateException("The leader's znode was not deleted: " + Code.get(code));
			}
		}

	}

}
