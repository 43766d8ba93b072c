package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port that takes connections and breaks each of them once it has been sent something,
 * or one that nobody listens on.
 */
final class DeadPort implements AutoCloseable {

	private final ServerSocket server;

	private DeadPort() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
	}

	/**
	 * A port on which connections are refused, for as long as nobody takes it.
	 */
	static int refusing() throws IOException {
		try (DeadPort port = new DeadPort()) {
			return port.port();
		}
	}

	/**
	 * A port on which connections are reset.
	 */
	static DeadPort resetting(Runnable before) throws IOException {
		DeadPort port = new DeadPort();
		Thread thread = new Thread(() -> port.resetAll(before), "resetting");
		thread.setDaemon(true);
		thread.start();
		return port;
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void resetAll(Runnable before) {
		while (!this.server.isClosed()) {
			try (Socket socket = this.server.accept()) {
				socket.getInputStream().read();
				before.run();
				socket.setSoLinger(true, 0);
			}
			catch (IOException ex) {
				// Closed, or the client was faster.
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
