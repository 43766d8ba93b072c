package io.github.mesosdiscovery.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.wire.FrameParser.SessionId;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * A TCP proxy before one server that understands ZooKeeper's frames and writes them down.
 * Safe for use by several threads.
 */
public final class ZooKeeperTap implements AutoCloseable {

	private static final int BACKLOG = 500;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Duration QUIET = Duration.ofMillis(300);

	private static final int TIMEOUT = 10_000;

	private final FrameLog log = new FrameLog();

	private final int serverPort;

	private final ServerSocket listener;

	private ZooKeeperTap(int serverPort) throws IOException {
		this.serverPort = serverPort;
		this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
		TappedConnection.run(this::accept);
	}

	/**
	 * Start a tap.
	 * @param serverPort the port of the server on the loopback address
	 * @return a tap that passes everything on
	 */
	public static ZooKeeperTap to(int serverPort) {
		try {
			return new ZooKeeperTap(serverPort);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return where clients connect to.
	 * @return host and port
	 */
	public String connectString() {
		return "127.0.0.1:" + this.listener.getLocalPort();
	}

	/**
	 * Forget what was written down.
	 */
	public void clear() {
		this.log.clear();
	}

	/**
	 * Return what came by since the last {@link #clear()}.
	 * @return all frames, in the order in which they came
	 */
	public List<Frame> frames() {
		return this.log.frames();
	}

	/**
	 * Wait until something has come by and 0.3 s have passed with nothing but signs of
	 * life.
	 * @return all frames
	 */
	public List<Frame> awaitQuiet() {
		await("an end of the requests").atMost(LIMIT).until(() -> this.log.isSettled(QUIET.toNanos()));
		return frames();
	}

	/**
	 * Hold all requests back, or let them pass again.
	 * @param held whether they are held back
	 */
	public void hold(boolean held) {
		this.log.hold(held);
	}

	/**
	 * Close all connections. New ones are accepted.
	 */
	public void disconnect() {
		this.log.connections().forEach(TappedConnection::close);
	}

	/**
	 * End the sessions of all clients on the server, as their expiry does.
	 */
	public void endSessions() {
		this.log.connections().forEach((connection) -> {
			SessionId session = connection.parser().session();
			if (session != null) {
				end(session);
			}
		});
	}

	/** Another client of the same session: when it says good-bye, the session ends. */
	private void end(SessionId session) {
		try {
			ZooKeeper twin = new ZooKeeper("127.0.0.1:" + this.serverPort, TIMEOUT, (event) -> {
			}, session.id(), session.password());
			try {
				await("a second connection of the session").atMost(LIMIT)
					.pollInterval(Duration.ofMillis(5))
					.until(() -> twin.getState().isConnected());
			}
			finally {
				twin.close(TIMEOUT);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
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
		disconnect();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listener.accept();
				try {
					TappedConnection connection = new TappedConnection(client,
							new Socket(InetAddress.getLoopbackAddress(), this.serverPort), this.log);
					this.log.opened(connection);
					connection.start();
				}
				catch (IOException ex) {
					// The server is away: so is the tap.
					client.close();
				}
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

}
