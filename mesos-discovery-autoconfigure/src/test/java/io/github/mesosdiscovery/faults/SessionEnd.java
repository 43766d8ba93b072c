package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * Ends the session of another client, as the expiry of the session does: its ephemeral
 * znodes go, and its client learns of it when it connects again.
 */
public final class SessionEnd {

	private static final int TIMEOUT = 5000;

	private SessionEnd() {
	}

	/**
	 * End a session on the server.
	 * @param servers where to connect to, which need not be where the client does
	 * @param client the client whose session ends; it is not touched itself
	 */
	public static void of(String servers, ZooKeeper client) {
		try {
			// Another client of the same session: when it says good-bye, the session
			// ends.
			ZooKeeper twin = new ZooKeeper(servers, TIMEOUT, (event) -> {
			}, client.getSessionId(), client.getSessionPasswd());
			try {
				await("a second connection of the session").pollDelay(Duration.ZERO)
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

}
