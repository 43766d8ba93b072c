package io.github.mesosdiscovery.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.curator.test.DirectoryUtils;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.jspecify.annotations.Nullable;

/**
 * A ZooKeeper server in this JVM that keeps its port of the loopback address.
 * <p>
 * Curator's {@code TestingServer} is not an option: it lets ZooKeeper exit the JVM when
 * it fails, sets system properties, leaves a file behind and hides the server.
 */
final class EmbeddedZooKeeper {

	/** With the id of this process, so that the owner of a directory can be found. */
	static final String DIRECTORY_PREFIX = "test-mesos-cluster-" + ProcessHandle.current().pid() + "-";

	private static final Duration BIND_TIMEOUT = Duration.ofSeconds(10);

	private final File directory;

	private final Map<Long, Map<String, Integer>> requests = new ConcurrentHashMap<>();

	private final ServerSettings settings;

	private volatile int port;

	private volatile @Nullable RunningZooKeeper running;

	EmbeddedZooKeeper(ServerSettings settings) {
		this.settings = settings;
		try {
			this.directory = Files.createTempDirectory(DIRECTORY_PREFIX).toFile();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	boolean isRunning() {
		return this.running != null;
	}

	Map<String, Integer> requests(long session) {
		return new TreeMap<>(this.requests.getOrDefault(session, Map.of()));
	}

	RunningZooKeeper running() {
		RunningZooKeeper running = this.running;
		if (running == null) {
			throw new IllegalStateException(
					"The embedded ZooKeeper on port " + this.port + " is stopped; call startZooKeeper() first");
		}
		return running;
	}

	/**
	 * Return whether a znode exists. While the server is stopped, none disappears.
	 */
	boolean exists(String path, long czxid) {
		RunningZooKeeper running = this.running;
		return running == null || running.exists(path, czxid);
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
					"The embedded ZooKeeper cannot start in " + this.directory + ": " + ex.getMessage(), ex);
		}
	}

	private CountingZooKeeperServer server() throws IOException {
		FileTxnSnapLog log = new FileTxnSnapLog(this.directory, this.directory);
		CountingZooKeeperServer server = new CountingZooKeeperServer(log,
				this.settings.config(this.directory.toString()), this.requests);
		server.setMinSessionTimeout((int) this.settings.minSessionTimeout().toMillis());
		server.setMaxSessionTimeout((int) this.settings.maxSessionTimeout().toMillis());
		return server;
	}

	/**
	 * Another process may have taken the port for a moment while the server was stopped.
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

	/** The next start creates the directory again. */
	void deleteData() {
		try {
			if (this.directory.exists()) {
				DirectoryUtils.deleteRecursively(this.directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void close() {
		stop();
		deleteData();
	}

}
