package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * Very many znodes, made a thousand at a time.
 */
final class Crowd {

	private static final int AT_A_TIME = 1000;

	private Crowd() {
	}

	static void create(ZooKeeper zooKeeper, int count, IntFunction<String> path, byte[] data)
			throws KeeperException, InterruptedException {
		for (int start = 0; start < count; start += AT_A_TIME) {
			List<Op> creates = new ArrayList<>();
			for (int i = start; i < Math.min(count, start + AT_A_TIME); i++) {
				creates.add(Op.create(path.apply(i), data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
			}
			zooKeeper.multi(creates);
		}
	}

}
