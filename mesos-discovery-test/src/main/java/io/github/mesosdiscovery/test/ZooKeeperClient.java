package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.apache.zookeeper.ClientCnxnSocketNIO;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * A ZooKeeper client with its own session that closes in bounded time.
 */
final class ZooKeeperClient {

	/**
	 * The digest identity of the cluster's own clients. {@code setAcl} does not restrict
	 * it, so that the cluster can continue and remove the restriction.
	 */
	static final String IDENTITY = "test-mesos-cluster:test-mesos-cluster";

	private final ZooKeeper zooKeeper;

	private final CountDownLatch ended = new CountDownLatch(1);

	/**
	 * Create a client that connects in the background.
	 */
	ZooKeeperClient(String connectString, Duration sessionTimeout) {
		try {
			this.zooKeeper = new ZooKeeper(connectString, (int) sessionTimeout.toMillis(), this::process, config());
			this.zooKeeper.addAuthInfo("digest", IDENTITY.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ZooKeeperClient connect(String connectString, Duration sessionTimeout) {
		ZooKeeperClient client = new ZooKeeperClient(connectString, sessionTimeout);
		client.awaitConnection();
		return client;
	}

	private void process(WatchedEvent event) {
		if (event.getState() == KeeperState.Expired || event.getState() == KeeperState.Closed) {
			this.ended.countDown();
		}
	}

	/**
	 * System properties for TLS, SASL and sockets are meant for the client under test.
	 */
	private static ZKClientConfig config() {
		ZKClientConfig config = new ZKClientConfig();
		config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
		config.setProperty(ZKClientConfig.SECURE_CLIENT, "false");
		config.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, ClientCnxnSocketNIO.class.getName());
		return config;
	}

	void awaitConnection() {
		try {
			Waiting.until("a client is connected", () -> this.zooKeeper.getState().isConnected());
		}
		catch (IllegalStateException ex) {
			closeInBackground();
			throw ex;
		}
	}

	ZooKeeper zooKeeper() {
		return this.zooKeeper;
	}

	long session() {
		return this.zooKeeper.getSessionId();
	}

	boolean isAlive() {
		return this.zooKeeper.getState().isAlive();
	}

	/**
	 * Call the server, once the client has reconnected after a restart.
	 */
	<T> T call(Operation<T> operation) {
		Waiting.until("a client is connected", () -> this.zooKeeper.getState().isConnected() || !isAlive());
		try {
			return operation.run(this.zooKeeper);
		}
		catch (KeeperException ex) {
			throw new IllegalStateException("The embedded ZooKeeper refused: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			throw Waiting.interrupted(ex);
		}
	}

	/**
	 * Wait until the session has expired or the client is closed.
	 */
	void awaitEnd() {
		try {
			this.ended.await();
		}
		catch (InterruptedException ex) {
			throw Waiting.interrupted(ex);
		}
	}

	void awaitDisconnection() {
		Waiting.until("a client is disconnected", () -> !this.zooKeeper.getState().isConnected());
	}

	void close() {
		Waiting.join(closeInBackground());
	}

	/**
	 * A disconnected client sleeps up to a second before it notices that it was closed.
	 */
	Thread closeInBackground() {
		Thread thread = new Thread(this::closeAndWait, "test-mesos-cluster-close");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void closeAndWait() {
		try {
			this.zooKeeper.close((int) Waiting.LIMIT.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@FunctionalInterface
	interface Operation<T> {

		T run(ZooKeeper zooKeeper) throws KeeperException, InterruptedException;

	}

}
