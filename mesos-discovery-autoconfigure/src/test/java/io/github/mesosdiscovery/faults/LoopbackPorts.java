package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of this machine that nothing listens on.
 */
final class LoopbackPorts {

	/**
	 * Below the ports that systems hand out by themselves: no client and no server that
	 * takes any port gets this one while its server is down.
	 */
	private static final int FIRST = 20000;

	/**
	 * Each process takes ports of a part of its own, as several run tests on one machine:
	 * the port of a server that was killed must not go to another.
	 */
	private static final int PARTS = 8;

	private static final int SIZE = 1500;

	/** So many ports are not given again: one that is cut off has to come back. */
	private static final int REMEMBERED = 1000;

	private static final int ATTEMPTS = 1000;

	private static final Set<Integer> given = new LinkedHashSet<>();

	/** Whose first port this process listens on, that part is its own until it ends. */
	private static final ServerSocket claim = claim();

	private LoopbackPorts() {
	}

	static int findFree() {
		int first = claim.getLocalPort();
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = first + 1 + ThreadLocalRandom.current().nextInt(SIZE - 1);
			if (isNew(port) && isFree(port)) {
				return port;
			}
		}
		throw new IllegalStateException("No free port from " + first + " to " + (first + SIZE));
	}

	private static ServerSocket claim() {
		for (int part = 0; part < PARTS; part++) {
			try {
				return new ServerSocket(FIRST + part * SIZE, 1, InetAddress.getLoopbackAddress());
			}
			catch (IOException ex) {
				// Another process has it.
			}
		}
		throw new IllegalStateException("More than " + PARTS + " processes run tests on this machine");
	}

	private static boolean isNew(int port) {
		synchronized (given) {
			boolean added = given.add(port);
			if (given.size() > REMEMBERED) {
				given.remove(given.iterator().next());
			}
			return added;
		}
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
