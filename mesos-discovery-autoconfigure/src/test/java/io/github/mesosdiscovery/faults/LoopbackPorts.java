package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

	private static final int LAST = 32000;

	private static final int ATTEMPTS = 100;

	private LoopbackPorts() {
	}

	static int findFree() {
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Taken.
			}
		}
		throw new IllegalStateException("No free port from " + FIRST + " to " + LAST);
	}

}
