package io.github.mesosdiscovery.benchmarks.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooDefs.Ids;

/**
 * The znodes of masters, created and deleted by one session.
 */
public final class Masters implements AutoCloseable {

	/** Path of the znodes. */
	public static final String PATH = "/mesos";

	/** Number of masters unless said otherwise. */
	public static final int COUNT = 3;

	private static final int LAST_PORT = 65_535;

	private static final int LIMIT = 30;

	private final String servers;

	private final BareClient client;

	private final List<String> names = new ArrayList<>();

	private int port = SimulatedMasters.DEFAULT_PORT;

	/** Register {@value #COUNT} masters in ZooKeeper servers that have none. */
	public Masters(String servers) throws Exception {
		this(servers, COUNT);
	}

	/** Register masters in ZooKeeper servers that have none. */
	public Masters(String servers, int count) throws Exception {
		this.servers = servers;
		this.client = BareClient.connect(servers);
		this.client.zooKeeper().create(PATH, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		while (this.names.size() < count) {
			register();
		}
	}

	/**
	 * Return the lowest of the names, all of one format, or an empty one if there is
	 * none.
	 */
	public static String leader(Collection<String> names) {
		return names.isEmpty() ? "" : Collections.min(names);
	}

	/** Return the name of the znode of a path. */
	public static String name(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	public String servers() {
		return this.servers;
	}

	/** Return where the masters are, as Mesos writes it. */
	public String url() {
		return "zk://" + this.servers + PATH;
	}

	/** Return the names of the znodes in election order. */
	public List<String> names() {
		return List.copyOf(this.names);
	}

	/**
	 * Delete the leader's znode, and do not wait: the waiting thread would wake up in the
	 * midst of what is measured.
	 */
	public Deletion deleteLeader() {
		String path = PATH + "/" + this.names.remove(0);
		CompletableFuture<Integer> answer = new CompletableFuture<>();
		long now = System.nanoTime();
		this.client.zooKeeper().delete(path, -1, (rc, deleted, ctx) -> answer.complete(rc), null);
		return new Deletion(now, answer);
	}

	/** Delete the znode of the master that is last in line. */
	public void deleteLast() throws KeeperException, InterruptedException {
		this.client.zooKeeper().delete(PATH + "/" + this.names.remove(this.names.size() - 1), -1);
	}

	/** Register one more master, which is last in line. */
	public void register() throws KeeperException, InterruptedException {
		this.names.add(name(this.client.zooKeeper()
			.create(PATH + "/" + MasterFormat.JSON.label(), data(), Ids.OPEN_ACL_UNSAFE,
					CreateMode.EPHEMERAL_SEQUENTIAL)));
	}

	/** Write other data into the leader's znode. */
	public void changeLeader() throws KeeperException, InterruptedException {
		this.client.zooKeeper().setData(PATH + "/" + this.names.get(0), data(), -1);
	}

	private byte[] data() {
		byte[] data = MasterFormat.JSON.encode(SimulatedMasters.info(this.port).build());
		this.port = (this.port < LAST_PORT) ? this.port + 1 : SimulatedMasters.DEFAULT_PORT;
		return data;
	}

	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * A deletion in progress.
	 *
	 * @param sent when it was requested, by {@link System#nanoTime()}
	 * @param answer the result code of the server
	 */
	public record Deletion(long sent, CompletableFuture<Integer> answer) {

		/** Wait until the server has deleted the znode. */
		public void await() throws Exception {
			int code = this.answer.get(LIMIT, TimeUnit.SECONDS);
			if (code != Code.OK.intValue()) {
				throw new IllegalStateException("The leader's znode was not deleted: " + Code.get(code));
			}
		}

	}

}
