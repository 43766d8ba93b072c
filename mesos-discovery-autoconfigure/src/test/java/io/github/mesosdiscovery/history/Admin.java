package io.github.mesosdiscovery.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Who keeps the path: makes, closes and deletes it, and looks at it, as often as it takes
 * while servers come and go.
 */
final class Admin implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

	private final String servers;

	private final String path;

	private final Payloads payloads;

	private final Set<Long> sessions;

	private final Set<String> denied = ConcurrentHashMap.newKeySet();

	private volatile TestClient client;

	Admin(String servers, String path, Payloads payloads, Set<Long> sessions) {
		this.servers = servers;
		this.path = path;
		this.payloads = payloads;
		this.sessions = sessions;
		this.client = open();
	}

	private TestClient open() {
		TestClient opened = TestClient.open(this.servers, TIMEOUT, (event) -> {
		});
		opened.addAuthInfo("digest", "admin:admin".getBytes(StandardCharsets.UTF_8));
		return opened;
	}

	/** Begin with a new session, as after the servers have forgotten this one. */
	void renew() {
		TestClient forgotten = this.client;
		renew(forgotten);
		forgotten.end();
	}

	private synchronized void renew(TestClient old) {
		if (this.client == old) {
			this.client = open();
		}
	}

	<T> T call(TestClient.Call<T> call) throws KeeperException {
		long deadline = System.nanoTime() + PATIENCE;
		while (true) {
			TestClient current = this.client;
			try {
				T result = call.run(current);
				this.sessions.add(current.getSessionId());
				return result;
			}
			catch (KeeperException.ConnectionLossException | KeeperException.SessionExpiredException
					| KeeperException.SessionMovedException ex) {
				if (System.nanoTime() > deadline) {
					throw ex;
				}
				this.sessions.add(current.getSessionId());
				if (!current.getState().isAlive()) {
					renew(current);
				}
				LockSupport.parkNanos(PAUSE);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** Make the path, after as many other znodes as decide how high its number is. */
	void create(int before) throws KeeperException {
		call((zooKeeper) -> {
			for (int i = 0; i < before; i++) {
				zooKeeper.create("/other" + i, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT,
						(rc, asked, ctx, name) -> {
						}, null);
			}
			return zooKeeper.exists("/", false);
		});
		create(this.path);
	}

	void create(String znode) throws KeeperException {
		call((zooKeeper) -> {
			try {
				return zooKeeper.create(znode, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
			}
			catch (KeeperException.NodeExistsException ex) {
				return znode;
			}
		});
	}

	void delete(String znode) throws KeeperException {
		call((zooKeeper) -> {
			try {
				zooKeeper.delete(znode, -1);
			}
			catch (KeeperException.NoNodeException ex) {
				// Somebody was faster.
			}
			return znode;
		});
	}

	/** Delete the path with all that is in it. */
	void deletePath() throws KeeperException {
		while (true) {
			try {
				for (String child : call((zooKeeper) -> zooKeeper.getChildren(this.path, false))) {
					delete(this.path + "/" + child);
				}
				delete(this.path);
				return;
			}
			catch (KeeperException.NotEmptyException ex) {
				// A master has just registered.
			}
			catch (KeeperException.NoNodeException ex) {
				return;
			}
		}
	}

	void deny(String znode) throws KeeperException {
		this.denied.add(znode);
		call((zooKeeper) -> zooKeeper.setACL(znode, new ArrayList<>(Ids.CREATOR_ALL_ACL), -1));
	}

	void allow(String znode) throws KeeperException {
		try {
			call((zooKeeper) -> zooKeeper.setACL(znode, new ArrayList<>(Ids.OPEN_ACL_UNSAFE), -1));
		}
		catch (KeeperException.NoNodeException ex) {
			// It is gone in the meantime.
		}
	}

	void allowAll() throws KeeperException {
		for (String znode : this.denied) {
			allow(znode);
		}
	}

	/** Look at the path until it keeps still for long enough. */
	View view(int era) throws KeeperException {
		while (true) {
			try {
				return call((zooKeeper) -> look(zooKeeper, era));
			}
			catch (KeeperException.NoNodeException ex) {
				if (call((zooKeeper) -> zooKeeper.exists(this.path, false) == null)) {
					return new View(era, 0, 0, 0, 0, List.of());
				}
			}
		}
	}

	private View look(ZooKeeper zooKeeper, int era) throws KeeperException, InterruptedException {
		Stat stat = new Stat();
		List<Znode> znodes = new ArrayList<>();
		for (String child : zooKeeper.getChildren(this.path, false, stat)) {
			Stat of = new Stat();
			byte[] data = zooKeeper.getData(this.path + "/" + child, false, of);
			if (child.matches("(.*_)?-?\\d{10}")) {
				znodes.add(new Znode(child, Integer.parseInt(child.substring(child.length() - 10)), of.getCzxid(),
						of.getMzxid(), this.payloads.of(data)));
			}
		}
		znodes.sort(Comparator.comparingInt(Znode::sequence).thenComparing(Znode::name));
		return new View(era, 0, 0, stat.getCzxid(), stat.getPzxid(), znodes);
	}

	@Override
	public void close() {
		this.client.end();
	}

}
