package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * A ZooKeeper server of a given version in a process of its own, on the loopback address
 * and on one port for all its life. It ends with the JVM that started it.
 */
public final class ZooKeeperProcess implements AutoCloseable {

	/** What the sessions are measured with. */
	public static final Duration TICK_TIME = Duration.ofMillis(200);

	/** The shortest session that the server grants. */
	public static final Duration SHORTEST_SESSION = Duration.ofMillis(400);

	/** The longest session that the server grants. */
	public static final Duration LONGEST_SESSION = Duration.ofSeconds(20);

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int ATTEMPTS = 5;

	private final ServerFiles files;

	private final int port;

	private final List<String> jvmOptions;

	private ServerProcess process;

	ZooKeeperProcess(ServerFiles files, int port, List<String> configuration) throws IOException {
		this.files = files;
		this.port = port;
		this.jvmOptions = configuration.stream().filter((line) -> line.startsWith("-")).toList();
		this.process = ServerProcess.launch(files, this.jvmOptions);
	}

	/**
	 * Start a server and wait until it serves.
	 * @param version the version of ZooKeeper, one that the build has copied
	 * @param configuration further lines of {@code zoo.cfg}, as {@code syncLimit=5}, and
	 * options of the JVM, as {@code -Dreadonlymode.enabled=true}
	 * @return the running server
	 * @throws IllegalStateException if it does not start; the message holds its log
	 */
	public static ZooKeeperProcess start(String version, String... configuration) {
		return start(version, List.of(configuration), LoopbackPorts.findFree(), ATTEMPTS);
	}

	static ZooKeeperProcess start(String version, List<String> configuration, int port, int attempts) {
		try {
			ServerFiles files = ServerFiles.create(version, port, configuration);
			ZooKeeperProcess server = new ZooKeeperProcess(files, port, configuration);
			try {
				server.awaitService();
				return server;
			}
			catch (RuntimeException ex) {
				boolean taken = server.lostItsPort();
				server.close();
				if (!taken || attempts == 1) {
					throw ex;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return start(version, configuration, LoopbackPorts.findFree(), attempts - 1);
	}

	/**
	 * Return where clients find the server.
	 * @return host and port
	 */
	public String connectString() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * Return the port that clients connect to.
	 * @return the same port for all the life of this server
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return the id of the process.
	 * @return the id of the one that was started last
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Ask the server without a session.
	 * @param word a command of four letters, as {@code srvr}
	 * @return the answer, empty where there is none
	 */
	public String ask(String word) {
		return FourLetterWord.ask(this.port, word);
	}

	/**
	 * Return where the server keeps its snapshots and its transaction logs.
	 * @return the directory that holds the files
	 */
	public Path transactionLogs() {
		return this.files.transactionLogs();
	}

	/**
	 * Return whether the process runs, be it paused.
	 * @return {@code false} once it was killed, until it is started again
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Stop the process in its tracks, as {@code kill -STOP} does. The system goes on to
	 * accept connections for it.
	 */
	public void pause() {
		this.process.signal("STOP");
	}

	/**
	 * Let a paused process go on.
	 */
	public void resume() {
		this.process.signal("CONT");
	}

	/**
	 * Kill the process, as {@code kill -KILL} does. Data and port stay.
	 */
	public void kill() {
		this.process.kill();
	}

	/**
	 * Start the server again after it was killed, with the same data on the same port,
	 * and wait until it serves. A member of an ensemble serves once there is a quorum.
	 * @param jvmOptions options of the JVM that are added to the others until the next
	 * start
	 * @throws IllegalStateException if it runs, or does not start
	 */
	public void restart(String... jvmOptions) {
		launch(jvmOptions);
		awaitService();
	}

	/**
	 * Start the server again and do not wait: alone, a member of an ensemble never
	 * serves.
	 * @param jvmOptions as for {@link #restart}
	 * @throws IllegalStateException if it runs
	 */
	public void launch(String... jvmOptions) {
		if (isAlive()) {
			throw new IllegalStateException("Kill the server first");
		}
		try {
			this.process = ServerProcess.launch(this.files,
					Stream.concat(this.jvmOptions.stream(), Stream.of(jvmOptions)).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Let the server run, whether it was paused or killed, and do not wait.
	 */
	public void heal() {
		if (isAlive()) {
			resume();
		}
		else {
			launch();
		}
	}

	/**
	 * Wait until the server serves.
	 * @throws IllegalStateException if it ends instead; the message holds its log
	 */
	public void awaitService() {
		await("ZooKeeper at " + connectString()).atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> !isAlive() || isServing());
		if (!isAlive()) {
			throw new IllegalStateException("ZooKeeper did not start: " + this.files.readLog());
		}
	}

	/**
	 * Kill the process, forget all data, and start anew on the same port.
	 */
	public void wipe() {
		kill();
		this.files.deleteData();
		restart();
	}

	/**
	 * Kill the process and delete its data.
	 */
	@Override
	public void close() {
		kill();
		this.files.delete();
	}

	/** The directory tells this server from any other that was faster on the port. */
	boolean isServing() {
		return ask("conf").contains("dataDir=" + this.files.data()) && ask("srvr").contains("Mode: ");
	}

	boolean lostItsPort() {
		return this.files.readLog().contains("BindException");
	}

	ServerProcess process() {
		return this.process;
	}

	ServerFiles files() {
		return this.files;
	}

}
