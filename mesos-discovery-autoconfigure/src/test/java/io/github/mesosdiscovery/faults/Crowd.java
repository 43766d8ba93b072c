package io.github.mesosdiscovery.faults;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * Very many znodes, made and changed a thousand at a time.
 */
public final class Crowd {

	private static final int AT_A_TIME = 1000;

	private Crowd() {
	}

	/**
	 * Carry out as many operations as there are numbers from 0 on.
	 * @param zooKeeper whose session does it
	 * @param count how many
	 * @param operation the operation of each number
	 * @return how many
	 */
	public static int change(ZooKeeper zooKeeper, int count, IntFunction<Op> operation)
			throws KeeperException, InterruptedException {
		for (int start = 0; start < count; start += AT_A_TIME) {
			List<Op> transaction = IntStream.range(start, Math.min(count, start + AT_A_TIME))
				.mapToObj(operation)
				.toList();
			zooKeeper.multi(transaction);
		}
		return count;
	}

	/**
	 * The creation of a znode that stays.
	 */
	public static Op create(String path, byte[] data) {
		return Op.create(path, data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
	}

}
