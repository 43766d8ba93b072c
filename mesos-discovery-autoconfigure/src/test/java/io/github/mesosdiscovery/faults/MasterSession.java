package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * The session of one master, by a plain ZooKeeper client.
 */
public final class MasterSession implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final CrashingZooKeeper client;

	private MasterSession(CrashingZooKeeper client) {
		this.client = client;
	}

	/**
	 * Open a session and wait until it stands. Its client knows the servers twice: a
	 * server that starts may never answer a connection (ZOOKEEPER-5051), and one that
	 * knows a single server waits for that answer until its session is over.
	 * @param servers where the servers are
	 * @param timeout the session timeout to ask for
	 * @return the session
	 */
	public static MasterSession open(String servers, Duration timeout) {
		try {
			MasterSession session = new MasterSession(new CrashingZooKeeper(servers + "," + servers, timeout));
			session.awaitConnection();
			return session;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Act as a user from now on.
	 * @param identity the user as {@code user:password}
	 */
	public void authenticate(String identity) {
		this.client.addAuthInfo("digest", identity.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Call the server, once the client has found it again after a restart.
	 * @param operation what to call
	 * @param <T> what comes back
	 * @return the answer
	 * @throws IllegalStateException if ZooKeeper refuses
	 */
	public <T> T call(Operation<T> operation) {
		awaitConnection();
		try {
			return operation.run(this.client);
		}
		catch (KeeperException ex) {
			throw new IllegalStateException("ZooKeeper refused: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * End the session on the server at once, as its expiry does. The master's own client
	 * learns of it when it connects again.
	 * @param servers where the servers are
	 */
	public void expire(String servers) {
		SessionEnd.of(servers, this.client);
	}

	/**
	 * End as a process does that dies: the server hears no more, and expires the session
	 * when its timeout has passed.
	 */
	public void crash() {
		this.client.crash();
	}

	/**
	 * End as a master does that is shut down.
	 */
	@Override
	public void close() {
		try {
			this.client.close(1000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void awaitConnection() {
		await("a session with ZooKeeper").atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> this.client.getState().isConnected() && isServed());
	}

	/**
	 * A client still counts as connected to a member that was just killed, and a member
	 * whose leader was killed still reads. Only what goes through the leader tells.
	 */
	private boolean isServed() throws InterruptedException, ExecutionException {
		CompletableFuture<Integer> answer = new CompletableFuture<>();
		this.client.sync("/", (rc, path, ctx) -> answer.complete(rc), null);
		return answer.get() == Code.OK.intValue();
	}

	/**
	 * A call of the server.
	 *
	 * @param <T> what comes back
	 */
	@FunctionalInterface
	public interface Operation<T> {

		T run(ZooKeeper client) throws KeeperException, InterruptedException;

	}

	/** The compiler warns of what ZooKeeper's own close() throws. */
	@SuppressWarnings("try")
	private static final class CrashingZooKeeper extends ZooKeeper {

		CrashingZooKeeper(String servers, Duration timeout) throws IOException {
			super(servers, (int) timeout.toMillis(), (event) -> {
			});
		}

		void crash() {
			this.cnxn.disconnect();
		}

	}

}
