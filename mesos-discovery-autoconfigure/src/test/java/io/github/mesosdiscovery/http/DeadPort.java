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
 * A port that answers nothing, and that nobody else can take meanwhile.
 */
final class DeadPort implements AutoCloseable {

	private final Closeable socket;

	private final int port;

	private DeadPort(Closeable socket, int port) {
		this.socket = socket;
		this.port = port;
	}

	/**
	 * A port on which connections are refused: it is bound, and nobody listens.
	 */
	static DeadPort refusing() throws IOException {
		Socket socket = new Socket();
		socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
		return new DeadPort(socket, socket.getLocalPort());
	}

	/**
	 * A port on which connections are not established: so many wait to be accepted that
	 * the system ignores further ones.
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
	 * A port on which connections are reset once a text has been sent, as the end of the
	 * request.
	 * @param until the text
	 * @param before called before each of them is
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
