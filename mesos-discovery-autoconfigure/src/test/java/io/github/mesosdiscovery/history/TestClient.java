package io.github.mesosdiscovery.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/**
 * A client of ZooKeeper of the test's own side, which can die without a word.
 */
@SuppressWarnings("try")
final class TestClient extends ZooKeeper {

	private static final int CLOSE_TIMEOUT = 1000;

	TestClient(String servers, Duration timeout, Watcher watcher) throws IOException {
		super(servers, (int) timeout.toMillis(), watcher);
	}

	static TestClient open(String servers, Duration timeout, Watcher watcher) {
		try {
			return new TestClient(servers, timeout, watcher);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void crash() {
		this.cnxn.disconnect();
	}

	void end() {
		try {
			close(CLOSE_TIMEOUT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@FunctionalInterface
	interface Call<T> {

		T run(ZooKeeper client) throws KeeperException, InterruptedException;

	}

}
