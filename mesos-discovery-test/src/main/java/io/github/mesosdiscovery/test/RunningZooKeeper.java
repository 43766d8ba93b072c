package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.zookeeper.server.DataNode;
import org.apache.zookeeper.server.ServerCnxn.DisconnectReason;
import org.apache.zookeeper.server.ZKDatabase;

/**
 * The server from a start to the next stop.
 */
final class RunningZooKeeper {

	private final CountingZooKeeperServer server;

	private final QuietConnectionFactory connections;

	RunningZooKeeper(CountingZooKeeperServer server, QuietConnectionFactory connections) throws IOException {
		this.server = server;
		this.connections = connections;
		try {
			connections.startup(server);
		}
		catch (InterruptedException ex) {
			connections.shutdown();
			throw Waiting.interrupted(ex);
		}
		catch (IOException | RuntimeException | Error ex) {
			connections.shutdown();
			throw ex;
		}
	}

	List<Long> sessions() {
		return database().getSessionWithTimeOuts().keySet().stream().sorted().toList();
	}

	int connections() {
		return this.connections.getNumAliveConnections();
	}

	int watches() {
		return database().getDataTree().getWatchCount();
	}

	/**
	 * End a session like an expiry, and return when its ephemeral znodes are gone.
	 */
	void expire(long session) {
		if (!database().getSessionWithTimeOuts().containsKey(session)) {
			throw new IllegalArgumentException("The embedded ZooKeeper has no session " + hex(session) + ", only "
					+ sessions().stream().map(RunningZooKeeper::hex).toList());
		}
		this.server.closeSession(session);
		Waiting.until("session " + hex(session) + " has expired",
				() -> !database().getSessionWithTimeOuts().containsKey(session)
						&& database().getEphemerals(session).isEmpty());
	}

	void disconnect(long session) {
		this.connections.closeSession(session, DisconnectReason.CONNECTION_CLOSE_FORCED);
	}

	boolean exists(String path, long czxid) {
		DataNode node = database().getDataTree().getNode(path);
		return node != null && node.stat.getCzxid() == czxid;
	}

	void stop() {
		this.connections.shutdown();
		this.server.customShutdown();
		// These two threads end within a tick, and the server does not wait for them.
		if (this.server.getSessionTracker() instanceof Thread thread) {
			Waiting.join(thread);
		}
		if (this.server.getFirstProcessor() instanceof Thread thread) {
			Waiting.join(thread);
		}
		try {
			ZKDatabase database = database();
			if (database != null) {
				database.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ZKDatabase database() {
		return this.server.getZKDatabase();
	}

	private static String hex(long session) {
		return "0x" + Long.toHexString(session);
	}

}
