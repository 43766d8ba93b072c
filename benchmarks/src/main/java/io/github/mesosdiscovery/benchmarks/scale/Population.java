package io.github.mesosdiscovery.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * A path with any number of masters and of other children, made by one session.
 */
final class Population implements AutoCloseable {

	static final String PATH = "/mesos";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int AT_A_TIME = 500;

	private static final byte[] MASTER = MasterFormat.JSON.encode(SimulatedMasters.info(5050).build());

	private final ZooKeeper client;

	private int first;

	private int next;

	private Population(ZooKeeper client) {
		this.client = client;
	}

	static Population create(String servers, int masters, int others) throws Exception {
		Population population = new Population(connect(servers));
		population.client.create(PATH, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		// As other recipes name theirs: a sequence, and yet no registration.
		population.create(others, (i) -> String.format("member-%010d", i), new byte[0]);
		population.create(masters, Population::name, MASTER);
		population.next = masters;
		return population;
	}

	static ZooKeeper connect(String servers) {
		try {
			ZooKeeper client = new ZooKeeper(servers, 30_000, (event) -> {
			});
			await("a session").atMost(LIMIT).until(() -> client.getState().isConnected());
			return client;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int masters() {
		return this.next - this.first;
	}

	/** The path of the master that leads. */
	String leader() {
		return PATH + "/" + name(this.first);
	}

	/**
	 * End the master that leads.
	 * @return when that was asked for
	 */
	long endLeader() throws KeeperException, InterruptedException {
		String leader = leader();
		this.first++;
		long asked = System.nanoTime();
		this.client.delete(leader, -1);
		return asked;
	}

	/**
	 * Register one more master.
	 * @return when that was asked for
	 */
	long register() throws KeeperException, InterruptedException {
		String name = name(this.next++);
		long asked = System.nanoTime();
		this.client.create(PATH + "/" + name, MASTER, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		return asked;
	}

	private void create(int count, IntFunction<String> name, byte[] data) throws KeeperException, InterruptedException {
		for (int start = 0; start < count; start += AT_A_TIME) {
			List<Op> creates = new ArrayList<>();
			for (int i = start; i < Math.min(count, start + AT_A_TIME); i++) {
				creates.add(Op.create(PATH + "/" + name.apply(i), data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
			}
			this.client.multi(creates);
		}
	}

	private static String name(int number) {
		return String.format("json.info_%010d", number);
	}

	@Override
	public void close() {
		try {
			this.client.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
