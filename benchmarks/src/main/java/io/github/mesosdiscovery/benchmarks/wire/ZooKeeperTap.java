package io.github.mesosdiscovery.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import io.github.mesosdiscovery.benchmarks.wire.FrameParser.SessionId;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * A TCP proxy in front of one server that records ZooKeeper's frames. Safe for use by
 * several threads.
 */
public final class ZooKeeperTap implements AutoCloseable {

	/** What the names of its threads begin with. */
	public static final String THREAD = "zookeeper-tap";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Duration QUIET = Duration.ofMillis(300);

	private static final int TIMEOUT = 10_000;

	private final int serverPort;

	private final ServerSocket listener;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final List<Frame> frames = new ArrayList<>();

	private ZooKeeperTap(int serverPort) throws IOException {
		this.serverPort = serverPort;
		this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
		run(this::accept);
	}

	/** Start a proxy. */
	public static ZooKeeperTap to(int serverPort) {
		try {
			return new ZooKeeperTap(serverPort);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return where clients connect to. */
	public String connectString() {
		return "127.0.0.1:" + this.listener.getLocalPort();
	}

	/** Forget all frames. */
	public void clear() {
		synchronized (this.frames) {
			this.frames.clear();
		}
	}

	/** Return the frames since the last {@link #clear()}. */
	public List<Frame> frames() {
		synchronized (this.frames) {
			return List.copyOf(this.frames);
		}
	}

	/** Wait until there are frames, and 0.3 s have passed with nothing but heartbeats. */
	public List<Frame> awaitQuiet() {
		await("an end of the requests").atMost(LIMIT)
			.until(() -> frames().stream()
				.filter((frame) -> !frame.operation().isHeartbeat())
				.mapToLong((frame) -> System.nanoTime() - frame.at())
				.min()
				.orElse(0) > QUIET.toNanos());
		return frames();
	}

	/** End the sessions of all clients on the server, as their expiry would. */
	public void endSessions() {
		this.connections.forEach((connection) -> {
			SessionId session = connection.parser.session();
			if (session != null) {
				end(session);
			}
		});
	}

	/** When another client of the same session closes it, the session ends. */
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
		this.connections.forEach(Connection::close);
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listener.accept();
				try {
					new Connection(client, new Socket(InetAddress.getLoopbackAddress(), this.serverPort)).start();
				}
				catch (IOException ex) {
					// The server is not available.
					client.close();
				}
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private static void run(Runnable task) {
		Thread thread = new Thread(task, THREAD);
		thread.setDaemon(true);
		thread.start();
	}

	/** A connection of a client. Each frame is recorded before it is passed on. */
	private final class Connection {

		private final Socket client;

		private final Socket server;

		private final FrameParser parser = new FrameParser();

		Connection(Socket client, Socket server) throws IOException {
			this.client = client;
			this.server = server;
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
		}

		void start() {
			ZooKeeperTap.this.connections.add(this);
			run(() -> pass(this.client, this.server, this.parser::request));
			run(() -> pass(this.server, this.client, this.parser::reply));
		}

		private void pass(Socket from, Socket to, BiFunction<byte[], Long, Frame> parse) {
			try (DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
				while (true) {
					byte[] bytes = FrameParser.read(in);
					Frame frame = parse.apply(bytes, System.nanoTime());
					synchronized (ZooKeeperTap.this.frames) {
						ZooKeeperTap.this.frames.add(frame);
					}
					to.getOutputStream().write(bytes);
				}
			}
			catch (IOException ex) {
				// One side has closed its connection.
			}
			finally {
				close();
			}
		}

		void close() {
			try (this.client; this.server) {
				ZooKeeperTap.this.connections.remove(this);
			}
			catch (IOException ex) {
				// The connection is of no more use.
			}
		}

	}

}
