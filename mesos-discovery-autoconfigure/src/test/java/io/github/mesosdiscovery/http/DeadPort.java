package io.github.mesosdiscovery.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Local port without a working server, which is bound until it is closed.
 */
final class DeadPort implements AutoCloseable {

	private final Closeable socket;

	private final int port;

	private DeadPort(Closeable socket, int port) {
		this.socket = socket;
		this.port = port;
	}

	/**
	 * Return a port that refuses connections: it is bound without a listener.
	 */
	static DeadPort refusing() throws IOException {
		Socket socket = new Socket();
		socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
		return new DeadPort(socket, socket.getLocalPort());
	}

	/**
	 * Return a port that does not respond to connection attempts: its backlog is full.
	 */
	static DeadPort silent() throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
		List<Socket> waiting = new ArrayList<>();
		boolean full = false;
		while (!full && waiting.size() < 50) {
			Socket socket = new Socket();
			waiting.add(socket);
			try {
				socket.connect(server.getLocalSocketAddress(), 300);
			}
			catch (SocketTimeoutException ex) {
				full = true;
			}
		}
		return new DeadPort(() -> {
			for (Socket socket : waiting) {
				socket.close();
			}
			server.close();
		}, server.getLocalPort());
	}

	/**
	 * Return a port that resets each connection at the end of the request.
	 * @param until the text that ends the request
	 * @param before called before each reset
	 */
	static DeadPort resetting(String until, Runnable before) throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread thread = new Thread(() -> resetAll(server, until, before), "resetting");
		thread.setDaemon(true);
		thread.start();
		return new DeadPort(server, server.getLocalPort());
	}

	int port() {
		return this.port;
	}

	private static void resetAll(ServerSocket server, String until, Runnable before) {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				StringBuilder received = new StringBuilder();
				int next;
				do {
					next = socket.getInputStream().read();
					received.append((char) next);
				}
				while (next >= 0 && received.indexOf(until) < 0);
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
		this.socket.close();
	}

}
