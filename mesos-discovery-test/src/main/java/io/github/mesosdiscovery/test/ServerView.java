package io.github.mesosdiscovery.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server side of a cluster: sessions, connections, watches and requests.
 */
abstract sealed class ServerView permits TestMesosCluster {

	final EmbeddedZooKeeper server;

	ServerView(EmbeddedZooKeeper server) {
		this.server = server;
	}

	abstract Stream<ZooKeeperClient> ownClients();

	/**
	 * Return the connect string of ZooKeeper.
	 * @return the connect string, for example {@code 127.0.0.1:41235}
	 */
	public String connectString() {
		return "127.0.0.1:" + port();
	}

	/**
	 * Return the port of ZooKeeper, which the operating system assigned.
	 * @return the port, which does not change
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return all sessions of the server.
	 * @return the session ids, including those of the masters
	 */
	public List<Long> sessions() {
		return this.server.running().sessions();
	}

	/**
	 * Return the sessions of the clients under test, which are those that this cluster
	 * did not open itself.
	 * @return the session ids
	 */
	public List<Long> clientSessions() {
		Set<Long> own = ownClients().map(ZooKeeperClient::session).collect(Collectors.toSet());
		return sessions().stream().filter((session) -> !own.contains(session)).toList();
	}

	/**
	 * Expire a session on the server immediately. Its client detects it when it
	 * reconnects; a master then registers again.
	 * @param session the session id
	 * @throws IllegalArgumentException if the server has no such session
	 */
	public void expireSession(long session) {
		this.server.running().expire(session);
	}

	/**
	 * Close the connection of a session, but not the session.
	 * @param session the session id
	 */
	public void disconnect(long session) {
		this.server.running().disconnect(session);
	}

	/**
	 * Return the number of connections to the server.
	 * @return the number, including those of the masters
	 */
	public int connections() {
		return this.server.running().connections();
	}

	/**
	 * Return the number of watches of all clients. Masters set none.
	 * @return the number of watches
	 */
	public int watchCount() {
		return this.server.running().watches();
	}

	/**
	 * Return how many requests a session has sent, except pings. The counts outlive the
	 * session.
	 * @param session the session id
	 * @return the counts by ZooKeeper's names of the requests, for example
	 * {@code getChildren2}, {@code getData}, {@code exists} and {@code createSession}
	 */
	public Map<String, Integer> requests(long session) {
		return this.server.requests(session);
	}

}
