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

	/** Each process takes ports of its own part, as several run tests on one machine. */
	private static final int PARTS = 8;

	private static final int SIZE = 1500;

	/** So many ports are not given again: one that is cut off has to come back. */
	private static final int REMEMBERED = 1000;

	private static final int ATTEMPTS = 1000;

	private static final Set<Integer> given = new LinkedHashSet<>();

	private LoopbackPorts() {
	}

	static int findFree() {
		int first = FIRST + (int) (ProcessHandle.current().pid() % PARTS) * SIZE;
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = first + ThreadLocalRandom.current().nextInt(SIZE);
			if (isNew(port) && isFree(port)) {
				return port;
			}
		}
		throw new IllegalStateException("No free port from " + first + " to " + (first + SIZE));
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
