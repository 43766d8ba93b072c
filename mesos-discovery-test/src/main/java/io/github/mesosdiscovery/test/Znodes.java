package io.github.mesosdiscovery.test;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.data.Stat;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/**
 * What masters and tests do to znodes.
 */
final class Znodes {

	private static final byte[] NO_DATA = new byte[0];

	private Znodes() {
	}

	/**
	 * Creates a path and what it stands in as Mesos does: persistent, open to all.
	 */
	static void createPath(ZooKeeper zooKeeper, String path) throws KeeperException, InterruptedException {
		for (int end = path.indexOf('/', 1); end != 0; end = path.indexOf('/', end + 1)) {
			String ancestor = (end < 0) ? path : path.substring(0, end);
			if (zooKeeper.exists(ancestor, false) == null) {
				createUnlessThere(zooKeeper, ancestor);
			}
			if (end < 0) {
				return;
			}
		}
	}

	private static void createUnlessThere(ZooKeeper zooKeeper, String path)
			throws KeeperException, InterruptedException {
		try {
			zooKeeper.create(path, NO_DATA, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		}
		catch (KeeperException.NodeExistsException ex) {
			// Another master was faster.
		}
	}

	static Created create(ZooKeeper zooKeeper, String path, byte[] data, CreateMode mode)
			throws KeeperException, InterruptedException {
		Stat stat = new Stat();
		String created = zooKeeper.create(path, data, Ids.OPEN_ACL_UNSAFE, mode, stat);
		return new Created(created, stat.getCzxid());
	}

	static void deleteRecursively(ZooKeeper zooKeeper, String path) throws KeeperException, InterruptedException {
		if (zooKeeper.exists(path, false) == null) {
			return;
		}
		for (String child : zooKeeper.getChildren(path, false)) {
			deleteRecursively(zooKeeper, path + "/" + child);
		}
		zooKeeper.delete(path, -1);
	}

	/**
	 * Restricts a znode for all but the cluster's own clients.
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
	 * A znode as it was created.
	 *
	 * @param path its path, with the sequence that the server gave it
	 * @param czxid the transaction that created it
	 */
	record Created(String path, long czxid) {

		String name() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

	}

}
