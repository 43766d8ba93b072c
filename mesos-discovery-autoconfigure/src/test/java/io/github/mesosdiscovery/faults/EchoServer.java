package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends back what it gets, and tells how many connections it has and how many bytes came.
 */
final class EchoServer implements AutoCloseable {

	private final ServerSocket listener;

	final AtomicInteger connections = new AtomicInteger();

	final AtomicInteger received = new AtomicInteger();

	EchoServer() {
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Pipe.start("echo-server", this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.listener.accept();
				this.connections.incrementAndGet();
				Pipe.start("echo-connection", () -> echo(socket));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void echo(Socket socket) {
		byte[] buffer = new byte[1024];
		try (socket) {
			for (int read = socket.getInputStream().read(buffer); read >= 0; read = socket.getInputStream()
				.read(buffer)) {
				this.received.addAndGet(read);
				socket.getOutputStream().write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			// The other side is gone.
		}
		finally {
			this.connections.decrementAndGet();
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

}
