package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/**
 * The neighbour of the masters' znodes: where the replicas of their log find each other.
 */
final class LogReplicas {

	private static final String NAME = "/log_replicas";

	private LogReplicas() {
	}

	static void join(ZooKeeper zooKeeper, String path, MasterInfo info) throws KeeperException, InterruptedException {
		Znodes.createPath(zooKeeper, path + NAME);
		Znodes.create(zooKeeper, path + NAME + "/", upid(info), CreateMode.EPHEMERAL_SEQUENTIAL);
	}

	private static byte[] upid(MasterInfo info) {
		String address = info.getPid().substring(info.getPid().indexOf('@') + 1);
		return ("log-replica(1)@" + address).getBytes(StandardCharsets.UTF_8);
	}

}
