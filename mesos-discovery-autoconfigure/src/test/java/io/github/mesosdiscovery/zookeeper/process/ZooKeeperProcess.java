package io.github.mesosdiscovery.zookeeper.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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

	private Process process;

	private ZooKeeperProcess(ServerFiles files, int port) throws IOException {
		this.files = files;
		this.port = port;
		this.process = launch();
	}

	/**
	 * Start a server and wait until it serves.
	 * @param version the version of ZooKeeper, one that the build has copied
	 * @return the running server
	 * @throws IllegalStateException if it does not start; the message holds its log
	 */
	public static ZooKeeperProcess start(String version) {
		return start(version, LoopbackPorts.findFree(), ATTEMPTS);
	}

	static ZooKeeperProcess start(String version, int port, int attempts) {
		try {
			ServerFiles files = ServerFiles.create(version, port);
			ZooKeeperProcess server = new ZooKeeperProcess(files, port);
			try {
				server.awaitService();
				return server;
			}
			catch (RuntimeException ex) {
				boolean taken = files.readLog().contains("BindException");
				server.close();
				if (!taken || attempts == 1) {
					throw ex;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return start(version, LoopbackPorts.findFree(), attempts - 1);
	}

	/**
	 * Return where clients find the server.
	 * @return host and port
	 */
	public String connectString() {
		return "127.0.0.1:" + this.port;
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
	 * Return whether the process runs.
	 * @return {@code false} once it was killed, until it is started again
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Kill the process, as {@code kill -9} does. Data and port stay.
	 */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/**
	 * Start the server again after it was killed, with the same data on the same port,
	 * and wait until it serves.
	 * @throws IllegalStateException if it runs, or does not start
	 */
	public void restart() {
		if (isAlive()) {
			throw new IllegalStateException("Kill the server first");
		}
		try {
			this.process = launch();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitService();
	}

	/**
	 * Kill the process and delete its data.
	 */
	@Override
	public void close() {
		kill();
		this.files.delete();
	}

	Process process() {
		return this.process;
	}

	Path home() {
		return this.files.home();
	}

	int port() {
		return this.port;
	}

	private Process launch() throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		// Without Log4j, which 3.4 looks for to put it under JMX.
		return new ProcessBuilder(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Dzookeeper.jmx.log4j.disable=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp",
				this.files.classPath(), ChildMain.class.getName(), this.files.configuration().toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.files.log()))
			.start();
	}

	private void awaitService() {
		await("ZooKeeper at " + connectString()).atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> !isAlive() || isServing());
		if (!isAlive()) {
			throw new IllegalStateException("ZooKeeper did not start: " + this.files.readLog());
		}
	}

	/** The directory tells this server from any other that was faster on the port. */
	private boolean isServing() {
		return ask("conf").contains("dataDir=" + this.files.data());
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("ZooKeeper did not end: process " + pid());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
