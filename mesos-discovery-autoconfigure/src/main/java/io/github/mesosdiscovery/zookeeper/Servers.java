package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of servers of a ZooKeeper URL. A reason names a server by its place in the
 * list, never by its text, which could be part of a password.
 */
final class Servers {

	static final int DEFAULT_PORT = 2181;

	private Servers() {
	}

	static String normalize(String servers) {
		if (servers.isBlank()) {
			throw refuse("no ZooKeeper server is given");
		}
		if (servers.indexOf(';') >= 0) {
			throw refuse("ZooKeeper servers are separated by commas, not by semicolons");
		}
		List<String> result = new ArrayList<>();
		for (String server : servers.split(",", -1)) {
			result.add(normalize(server.strip(), "ZooKeeper server " + (result.size() + 1)));
		}
		return String.join(",", result);
	}

	private static String normalize(String server, String name) {
		if (server.isEmpty()) {
			throw refuse(name + " is empty");
		}
		if (server.chars().anyMatch(Character::isWhitespace)) {
			throw refuse(name + " has white space in it; servers are separated by commas");
		}
		try {
			return HostPort.parse(server, DEFAULT_PORT).toString();
		}
		catch (HostPort.Invalid ex) {
			throw refuse(name + " " + ex.getMessage());
		}
	}

	private static InvalidMechanismException refuse(String reason) {
		return new InvalidMechanismException(reason, InvalidMechanismException.ZK_SERVERS);
	}

}
