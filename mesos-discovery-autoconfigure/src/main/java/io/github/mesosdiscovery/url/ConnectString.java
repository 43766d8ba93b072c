package io.github.mesosdiscovery.url;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of servers of a ZooKeeper URL. A reason names a server by its place in the
 * list, never by its text, which could be part of a password.
 */
final class ConnectString {

	static final int DEFAULT_PORT = 2181;

	private ConnectString() {
	}

	static String normalize(String servers) {
		if (servers.indexOf(';') >= 0) {
			throw refuse("ZooKeeper servers are separated by commas, not by semicolons");
		}
		List<String> result = new ArrayList<>();
		String[] listed = servers.split(",");
		for (int i = 0; i < listed.length; i++) {
			// ZooKeeper's C client, which Mesos uses, skips empty ones as well.
			if (!listed[i].isBlank()) {
				result.add(normalize(listed[i].strip(), "ZooKeeper server " + (i + 1)));
			}
		}
		if (result.isEmpty()) {
			throw refuse("no ZooKeeper server is given");
		}
		return String.join(",", result);
	}

	static boolean isServer(String text) {
		try {
			HostPort.parse(text.strip(), DEFAULT_PORT);
			return true;
		}
		catch (HostPort.Invalid ex) {
			return false;
		}
	}

	private static String normalize(String server, String name) {
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

	private static InvalidMasterUrlException refuse(String reason) {
		return new InvalidMasterUrlException(reason, InvalidMasterUrlException.ZK_SERVERS);
	}

}
