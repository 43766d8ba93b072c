package io.github.mesosdiscovery.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;

/**
 * A path of masters as the masters themselves work on it, with the requests that every
 * version of ZooKeeper knows.
 */
public final class MasterPath implements AutoCloseable {

	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(15);

	private final String servers;

	private final String path;

	private final MasterSession session;

	private final List<MasterSession> masters = new ArrayList<>();

	/**
	 * Work on a path, which is not made yet.
	 * @param servers where the servers are
	 * @param path the path
	 */
	public MasterPath(String servers, String path) {
		this.servers = servers;
		this.path = path;
		this.session = MasterSession.open(servers, SESSION_TIMEOUT);
	}

	public String mechanism() {
		return "zk://" + this.servers + this.path;
	}

	public String path() {
		return this.path;
	}

	/**
	 * Return the session that makes the path, and what stays of it.
	 */
	public MasterSession session() {
		return this.session;
	}

	public void create() {
		create("", new byte[0]);
	}

	/**
	 * Create a child that stays, under the name given.
	 */
	public Znode createChild(String name, byte[] data) {
		return create("/" + name, data);
	}

	private Znode create(String suffix, byte[] data) {
		this.session
			.call((client) -> client.create(this.path + suffix, data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
		return new Znode(this.session, this.path + suffix);
	}

	public Znode register(MasterFormat format, int port) {
		return register(format, SimulatedMasters.info(port).build());
	}

	public Znode register(MasterFormat format, MasterInfo info) {
		return register(format, info, SESSION_TIMEOUT);
	}

	/**
	 * Register a master with a session of its own, as a master does.
	 */
	public Znode register(MasterFormat format, MasterInfo info, Duration sessionTimeout) {
		MasterSession master = MasterSession.open(this.servers, sessionTimeout);
		this.masters.add(master);
		String created = master.call((client) -> client.create(this.path + "/" + format.label(), format.encode(info),
				Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL));
		return new Znode(master, created);
	}

	/**
	 * Give the path to a user, as whom this side works from now on.
	 */
	public void authenticate(String identity) {
		this.session.authenticate(identity);
	}

	public void setAcl(List<ACL> acl) {
		// The client looks for null in it, which List.of() refuses.
		this.session.call((client) -> client.setACL(this.path, new ArrayList<>(acl), -1));
	}

	/**
	 * Delete the path and what is in it, the leader last of all: none is promoted on the
	 * way.
	 */
	public void delete() {
		List<String> children = this.session.call((client) -> client.getChildren(this.path, false));
		children.sort(Comparator.comparing((String name) -> name.substring(name.lastIndexOf('_') + 1)).reversed());
		children.forEach((child) -> delete(this.path + "/" + child));
		delete(this.path);
	}

	private void delete(String znode) {
		new Znode(this.session, znode).delete();
	}

	/** All sessions at once: ZooKeeper's client sleeps a while in each close. */
	@Override
	public void close() {
		CompletableFuture
			.allOf(Stream.concat(this.masters.stream(), Stream.of(this.session))
				.map((ended) -> CompletableFuture.runAsync(ended::close, (task) -> new Thread(task).start()))
				.toArray(CompletableFuture[]::new))
			.join();
	}

	/**
	 * A znode and the session that made it.
	 *
	 * @param session the session
	 * @param path the path of the znode
	 */
	public record Znode(MasterSession session, String path) {

		public String name() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

		public long epoch() {
			return this.session.call((client) -> {
				Stat stat = client.exists(this.path, false);
				if (stat == null) {
					throw new IllegalStateException("No " + this.path);
				}
				return stat.getCzxid();
			});
		}

		public void setData(byte[] data) {
			this.session.call((client) -> client.setData(this.path, data, -1));
		}

		/** As the user that the session of the path is, if it has one. */
		public void setAcl(List<ACL> acl) {
			this.session.call((client) -> client.setACL(this.path, new ArrayList<>(acl), -1));
		}

		public void delete() {
			this.session.call((client) -> {
				client.delete(this.path, -1);
				return this.path;
			});
		}

	}

}
