package io.github.mesosdiscovery.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cluster as its ZooKeeper sees it: sessions, connections, watches and requests.
 */
abstract sealed class ServerView permits TestMesosCluster {

	final EmbeddedZooKeeper server;

	ServerView(EmbeddedZooKeeper server) {
		this.server = server;
	}

	abstract Stream<ZooKeeperClient> ownClients();

	/**
	 * Return where ZooKeeper listens.
	 * @return as {@code 127.0.0.1:41235}
	 */
	public String connectString() {
		return "127.0.0.1:" + port();
	}

	/**
	 * Return the port of ZooKeeper, which the system chose.
	 * @return the same port for all the life of this cluster
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return all sessions of the server.
	 * @return the ids, those of masters included
	 */
	public List<Long> sessions() {
		return this.server.running().sessions();
	}

	/**
	 * Return the sessions that this cluster did not open itself: those of the clients
	 * under test.
	 * @return the ids
	 */
	public List<Long> clientSessions() {
		Set<Long> own = ownClients().map(ZooKeeperClient::session).collect(Collectors.toSet());
		return sessions().stream().filter((session) -> !own.contains(session)).toList();
	}

	/**
	 * Expire a session on the server, at once and whatever its timeout. Its client
	 * detects it when it reconnects; a master then registers again.
	 * @param session the id
	 * @throws IllegalArgumentException if the server has no such session
	 */
	public void expireSession(long session) {
		this.server.running().expire(session);
	}

	/**
	 * Close the connection of a session and leave the session alone.
	 * @param session the id
	 */
	public void disconnect(long session) {
		this.server.running().disconnect(session);
	}

	/**
	 * Return how many connections the server has.
	 * @return the number, with those of masters
	 */
	public int connections() {
		return this.server.running().connections();
	}

	/**
	 * Return how many watches the server holds for all clients.
	 * @return the number; masters set none
	 */
	public int watchCount() {
		return this.server.running().watches();
	}

	/**
	 * Return what a session has asked the server for, pings apart. The counts outlive the
	 * session.
	 * @param session the id
	 * @return how often, by ZooKeeper's names: {@code getChildren2}, {@code getData},
	 * {@code exists}, {@code createSession}
	 */
	public Map<String, Integer> requests(long session) {
		return this.server.requests().of(session);
	}

}
