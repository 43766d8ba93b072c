package io.github.mesosdiscovery.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import static org.awaitility.Awaitility.await;

/**
 * A TCP proxy between a client and one server, on the loopback address, that can fail as
 * a network does. All faults last until {@link #restore()}, and all methods return when
 * the fault is there.
 * <p>
 * What is silenced is held back and not lost: TCP would send it again, too. Safe for use
 * by several threads.
 */
public final class FaultProxy implements AutoCloseable {

	private static final int BACKLOG = 200;

	private static final int ATTEMPTS = 5;

	private final InetSocketAddress server;

	private final Traffic traffic = new Traffic();

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final int port;

	private ServerSocket listener;

	private Thread acceptor;

	private Socket reservation = new Socket();

	private FaultProxy(int serverPort) throws IOException {
		this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
		this.port = LoopbackPorts.findFree();
		this.listener = listen(this.port);
		this.acceptor = accept(this.listener);
	}

	/**
	 * Start a proxy.
	 * @param serverPort the port of the server, which need not be there yet
	 * @return a proxy that passes everything on
	 */
	public static FaultProxy to(int serverPort) {
		for (int attempt = 1;; attempt++) {
			try {
				return new FaultProxy(serverPort);
			}
			catch (IOException ex) {
				// Another process can have been faster on the port.
				if (attempt == ATTEMPTS) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	/**
	 * Return the port that clients connect to.
	 * @return the same port for all the life of this proxy
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return where clients connect to.
	 * @return host and port
	 */
	public String connectString() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * Reset all connections, on both sides. New ones are accepted.
	 */
	public void reset() {
		this.connections.forEach(ProxiedConnection::reset);
	}

	/**
	 * Reset all connections and refuse new ones.
	 */
	public synchronized void cut() {
		stop();
		reserve();
	}

	private void stop() {
		close(this.listener);
		// The port is not free before the thread that accepts has come back from the
		// system.
		join(this.acceptor);
		reset();
	}

	/**
	 * As far as it goes: who is bound and does not listen refuses, and keeps others off.
	 */
	private void reserve() {
		Socket bound = new Socket();
		try {
			bound.setReuseAddress(false);
			bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			this.reservation = bound;
		}
		catch (IOException ex) {
			close(bound);
		}
	}

	/**
	 * Hold all bytes back that go into the given directions. New connections are accepted
	 * and as silent.
	 * @param directions one direction or both; none means both
	 */
	public void silence(Direction... directions) {
		this.traffic.silence(set(directions));
	}

	/**
	 * Drop ZooKeeper's packets above a size, as a network does that loses large segments
	 * without a word. Like TCP, a connection that lost one delivers nothing that follows
	 * it in the same direction; smaller packets pass until then. This also applies to new
	 * connections.
	 * @param bytes the length of the largest packet that passes, without its header
	 * @param directions one direction or both; none means both
	 */
	public void dropLargerThan(int bytes, Direction... directions) {
		this.traffic.dropLargerThan(bytes, set(directions));
	}

	/**
	 * Let the server accept sessions and withhold all its answers after the handshake.
	 * This also applies to new connections.
	 */
	public void withholdAnswers() {
		this.traffic.withholdAnswers();
	}

	private static Set<Direction> set(Direction... directions) {
		return EnumSet.copyOf(List.of((directions.length > 0) ? directions : Direction.values()));
	}

	/**
	 * Hold each byte back for a time in each direction.
	 * @param delay the time that a byte takes one way
	 */
	public void delay(Duration delay) {
		this.traffic.delay(delay.toNanos());
	}

	/**
	 * Close the server's side of all connections and leave the client's side open and
	 * silent, as a server's machine does that was restarted. New connections pass.
	 */
	public void halfOpen() {
		this.connections.forEach(ProxiedConnection::abandonClient);
	}

	/**
	 * Let everything pass again: what was held back goes on its way.
	 */
	public synchronized void restore() {
		this.traffic.restore();
		if (this.listener.isClosed()) {
			close(this.reservation);
			this.listener = listenAgain();
			this.acceptor = accept(this.listener);
		}
	}

	/**
	 * A process that is just being started holds what this one had open, the reservation
	 * too, until it has closed it.
	 */
	private ServerSocket listenAgain() {
		return await("The port " + this.port + " of the proxy, which was cut").pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.ignoreException(BindException.class)
			.until(() -> listen(this.port), Objects::nonNull);
	}

	/**
	 * Return how many clients are connected.
	 * @return the number of connections that are open on the client's side
	 */
	public int connections() {
		return this.connections.size();
	}

	/**
	 * Return how many clients have connected so far.
	 * @return the number of all connections, those that have ended included
	 */
	public int accepted() {
		return this.accepted.get();
	}

	/**
	 * Wait for connections.
	 * @param count how many are to be open
	 */
	public void awaitConnections(int count) {
		await(count + " connections through the proxy").until(() -> connections() == count);
	}

	/**
	 * Reset all connections and stop for good.
	 */
	@Override
	public synchronized void close() {
		stop();
		close(this.reservation);
	}

	private static ServerSocket listen(int port) throws IOException {
		ServerSocket listener = new ServerSocket();
		try {
			listener.setReuseAddress(true);
			listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
			return listener;
		}
		catch (IOException ex) {
			listener.close();
			throw ex;
		}
	}

	private Thread accept(ServerSocket listener) {
		return Pipe.start("fault-proxy-" + listener.getLocalPort(), () -> acceptUntilClosed(listener));
	}

	private void acceptUntilClosed(ServerSocket listener) {
		try {
			while (true) {
				Socket client = listener.accept();
				ProxiedConnection connection = new ProxiedConnection(client, this.server, this.traffic,
						this.connections::remove);
				this.connections.add(connection);
				this.accepted.incrementAndGet();
				connection.start();
			}
		}
		catch (IOException ex) {
			// The proxy was cut or closed.
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void close(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
