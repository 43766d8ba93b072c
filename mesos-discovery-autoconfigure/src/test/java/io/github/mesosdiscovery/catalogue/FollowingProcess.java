package io.github.mesosdiscovery.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A locator in a JVM of its own, which knows the names of hosts from a file that can
 * change, and keeps none in mind.
 */
final class FollowingProcess implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Process process;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private FollowingProcess(Process process) {
		this.process = process;
		Thread thread = new Thread(this::read, "following-process");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Start a locator.
	 * @param hosts the names of the hosts, as in {@code /etc/hosts}
	 * @param mechanism where the masters are
	 * @param sessionTimeout the session timeout to ask for
	 * @return the process that was begun
	 */
	static FollowingProcess start(Path hosts, String mechanism, Duration sessionTimeout) {
		try {
			return new FollowingProcess(
					new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
							"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.net.hosts.file=" + hosts,
							"-Dsun.net.inetaddr.ttl=0", "-Dsun.net.inetaddr.negative.ttl=0", "-cp",
							System.getProperty("java.class.path"), FollowingMain.class.getName(), mechanism,
							sessionTimeout.toString())
						.redirectErrorStream(true)
						.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Wait until just these changes of the leader were heard. */
	void await(String... changes) {
		await(() -> assertThat(said(FollowingMain.EVENT)).as("%s", this.lines).containsExactly(changes));
	}

	void awaitState(String state) {
		await(() -> assertThat(said(FollowingMain.STATE)).as("%s", this.lines)
			.anyMatch((said) -> said.startsWith(state)));
	}

	private List<String> said(String kind) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(kind))
			.map((line) -> line.substring(kind.length()))
			.toList();
	}

	private static void await(ThrowingRunnable assertion) {
		Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
			reader.lines().forEach(this.lines::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// The process has ended.
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
