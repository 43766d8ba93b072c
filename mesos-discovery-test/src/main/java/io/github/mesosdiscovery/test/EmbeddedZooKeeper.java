package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.jspecify.annotations.Nullable;

/**
 * One ZooKeeper server in this JVM, on the loopback address and on one port for all its
 * life.
 * <p>
 * Curator's {@code TestingServer} is not used because it starts ZooKeeper with the order
 * to end the JVM when it fails, sets system properties, leaves a file behind and shows
 * nobody the server.
 */
final class EmbeddedZooKeeper {

	private static final Duration BIND_TIMEOUT = Duration.ofSeconds(10);

	private final TemporaryDirectory directory = TemporaryDirectory.create();

	private final RequestCounts requests = new RequestCounts();

	private final ServerSettings settings;

	private volatile int port;

	private volatile @Nullable RunningZooKeeper running;

	EmbeddedZooKeeper(ServerSettings settings) {
		this.settings = settings;
	}

	int port() {
		return this.port;
	}

	boolean isRunning() {
		return this.running != null;
	}

	RequestCounts requests() {
		return this.requests;
	}

	RunningZooKeeper running() {
		RunningZooKeeper running = this.running;
		if (running == null) {
			throw new IllegalStateException(
					"The embedded ZooKeeper on port " + this.port + " is stopped: call startZooKeeper() first");
		}
		return running;
	}

	/**
	 * Whether a znode stands; while the server is stopped all do.
	 */
	boolean holds(String path, long czxid) {
		RunningZooKeeper running = this.running;
		return running == null || running.holds(path, czxid);
	}

	void start() {
		if (this.running != null) {
			return;
		}
		try {
			QuietConnectionFactory connections = bind();
			this.port = connections.getLocalPort();
			this.running = new RunningZooKeeper(server(), connections);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The embedded ZooKeeper could not start in " + this.directory.path() + ": " + ex.getMessage(), ex);
		}
	}

	private CountingZooKeeperServer server() throws IOException {
		FileTxnSnapLog log = new FileTxnSnapLog(this.directory.path().toFile(), this.directory.path().toFile());
		CountingZooKeeperServer server = new CountingZooKeeperServer(log,
				this.settings.config(this.directory.path().toString()), this.requests);
		server.setMinSessionTimeout((int) this.settings.minSessionTimeout().toMillis());
		server.setMaxSessionTimeout((int) this.settings.maxSessionTimeout().toMillis());
		return server;
	}

	/**
	 * While the server was stopped another process can have taken its port for a moment.
	 */
	private QuietConnectionFactory bind() throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), this.port);
		long start = System.nanoTime();
		while (true) {
			QuietConnectionFactory connections = new QuietConnectionFactory();
			try {
				connections.configure(address, 0, -1, false);
				return connections;
			}
			catch (BindException ex) {
				connections.stop();
				if (System.nanoTime() - start > BIND_TIMEOUT.toNanos()) {
					throw ex;
				}
				Waiting.pause();
			}
		}
	}

	void stop() {
		RunningZooKeeper running = this.running;
		this.running = null;
		if (running != null) {
			running.stop();
		}
	}

	void empty() {
		this.directory.empty();
	}

	void close() {
		stop();
		this.directory.delete();
	}

}
