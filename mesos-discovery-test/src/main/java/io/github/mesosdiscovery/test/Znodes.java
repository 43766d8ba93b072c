package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.data.Stat;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/**
 * Operations on znodes.
 */
final class Znodes {

	private Znodes() {
	}

	/**
	 * Create a path and its parents like Mesos: persistent, and open to everyone.
	 */
	static void createPath(ZooKeeper zooKeeper, String path) throws KeeperException, InterruptedException {
		StringBuilder ancestor = new StringBuilder();
		for (String name : path.substring(1).split("/")) {
			ancestor.append('/').append(name);
			createIfMissing(zooKeeper, ancestor.toString());
		}
	}

	private static void createIfMissing(ZooKeeper zooKeeper, String path) throws KeeperException, InterruptedException {
		try {
			if (zooKeeper.exists(path, false) == null) {
				zooKeeper.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
			}
		}
		catch (KeeperException.NodeExistsException ex) {
			// Another master was faster.
		}
	}

	/**
	 * Join the replicated log, whose replicas find each other beside the registrations of
	 * the masters.
	 */
	static void joinReplicatedLog(ZooKeeper zooKeeper, String path, MasterInfo info)
			throws KeeperException, InterruptedException {
		String address = info.getPid().substring(info.getPid().indexOf('@') + 1);
		byte[] upid = ("log-replica(1)@" + address).getBytes(StandardCharsets.UTF_8);
		createPath(zooKeeper, path + "/log_replicas");
		create(zooKeeper, path + "/log_replicas/", upid, CreateMode.EPHEMERAL_SEQUENTIAL);
	}

	static Created create(ZooKeeper zooKeeper, String path, byte[] data, CreateMode mode)
			throws KeeperException, InterruptedException {
		Stat stat = new Stat();
		String created = zooKeeper.create(path, data, Ids.OPEN_ACL_UNSAFE, mode, stat);
		return new Created(created, stat.getCzxid());
	}

	static void deleteRecursively(ZooKeeper zooKeeper, String path) throws KeeperException, InterruptedException {
		if (zooKeeper.exists(path, false) != null) {
			ZKUtil.deleteRecursive(zooKeeper, path);
		}
	}

	/**
	 * Restrict a znode for everyone but the cluster's own clients.
	 */
	static Stat setAcl(ZooKeeper zooKeeper, String path, List<ACL> acl) throws KeeperException, InterruptedException {
		List<ACL> all = new ArrayList<>(acl);
		all.add(new ACL(Perms.ALL, new Id("digest", digest(ZooKeeperClient.IDENTITY))));
		return zooKeeper.setACL(path, all, -1);
	}

	private static String digest(String identity) {
		try {
			return DigestAuthenticationProvider.generateDigest(identity);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A created znode.
	 *
	 * @param path the path, including the sequence
	 * @param czxid the id of the transaction that created the znode
	 */
	record Created(String path, long czxid) {

		String name() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

	}

}
