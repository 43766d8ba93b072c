package io.github.mesosdiscovery.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.awaitility.Awaitility.await;

/**
 * Listens where a ZooKeeper should, and answers whatever comes with bytes that are no
 * answer of a ZooKeeper, each connection with other ones.
 */
final class NonsenseServer implements AutoCloseable {

	private final ServerSocket listener;

	private final byte[][] answers;

	private final AtomicInteger answered = new AtomicInteger();

	NonsenseServer(int port, byte[]... answers) {
		this.answers = answers;
		try {
			this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "nonsense-server");
		thread.setDaemon(true);
		thread.start();
	}

	void awaitAnswers(int count) {
		await(count + " answers").atMost(30, TimeUnit.SECONDS).until(() -> this.answered.get() >= count);
	}

	private void serve() {
		while (!this.listener.isClosed()) {
			try (Socket socket = this.listener.accept()) {
				if (socket.getInputStream().read() >= 0) {
					socket.getOutputStream().write(this.answers[this.answered.get() % this.answers.length]);
					this.answered.incrementAndGet();
					// To close with bytes unread would take the answer back.
					socket.shutdownOutput();
					socket.getInputStream().transferTo(OutputStream.nullOutputStream());
				}
			}
			catch (IOException ex) {
				// The client has gone, or this server is closed.
			}
		}
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
