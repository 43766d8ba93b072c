package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * A session by a plain client, to try the tools with.
 */
final class TestSession implements AutoCloseable {

	private static final int TIMEOUT = 10_000;

	private final ZooKeeper client;

	private TestSession(ZooKeeper client) {
		this.client = client;
	}

	static TestSession open(String servers) {
		try {
			TestSession session = new TestSession(new ZooKeeper(servers, TIMEOUT, (event) -> {
			}));
			session.awaitConnection();
			return session;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ZooKeeper client() {
		return this.client;
	}

	void awaitConnection() {
		await("a session").pollInterval(Duration.ofMillis(10)).until(() -> this.client.getState().isConnected());
	}

	void create(String path) {
		call(() -> this.client.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
	}

	boolean exists(String path) {
		return Boolean.TRUE.equals(call(() -> this.client.exists(path, false) != null));
	}

	private <T> T call(Operation<T> operation) {
		try {
			return operation.run();
		}
		catch (KeeperException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.client.close(TIMEOUT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@FunctionalInterface
	private interface Operation<T> {

		T run() throws KeeperException, InterruptedException;

	}

}
