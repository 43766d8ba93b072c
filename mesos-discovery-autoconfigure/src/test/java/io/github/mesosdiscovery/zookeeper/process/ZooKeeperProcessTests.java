package io.github.mesosdiscovery.zookeeper.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ZooKeeperProcess}.
 */
class ZooKeeperProcessTests {

	private static final String OLDEST = "3.4.14";

	@ParameterizedTest
	@ValueSource(strings = { OLDEST, "3.9.5" })
	void serverIsOfItsVersionAndOutlivesARestart(String version) {
		ZooKeeperProcess server = ZooKeeperProcess.start(version);
		try (server) {
			assertThat(server.ask("srvr")).startsWith("Zookeeper version: " + version + "-");
			long pid = server.pid();
			server.kill();
			assertThat(server.ask("srvr")).isEmpty();
			server.restart();
			assertThat(server.pid()).isNotEqualTo(pid);
			assertThat(server.ask("srvr")).startsWith("Zookeeper version: " + version + "-");
		}
		assertThat(server.isAlive()).isFalse();
		assertThat(server.home()).doesNotExist();
	}

	@Test
	void serverEndsWithItsParent() throws IOException, InterruptedException {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST)) {
			server.process().getOutputStream().close();
			assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void anotherPortIsTakenWhenSomebodyWasFaster() throws IOException {
		try (ServerSocket taken = new ServerSocket(LoopbackPorts.findFree(), 1, InetAddress.getLoopbackAddress());
				ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST, taken.getLocalPort(), 2)) {
			assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
			assertThat(server.ask("ruok")).isEqualTo("imok");
		}
	}

	@Test
	void failureShowsTheLog() throws IOException {
		try (ServerSocket taken = new ServerSocket(LoopbackPorts.findFree(), 1, InetAddress.getLoopbackAddress())) {
			assertThatIllegalStateException().isThrownBy(() -> ZooKeeperProcess.start(OLDEST, taken.getLocalPort(), 1))
				.withMessageContaining("BindException");
		}
	}

	@Test
	void aServerThatRunsIsNotStartedAgain() {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST)) {
			assertThatIllegalStateException().isThrownBy(server::restart);
		}
	}

	@Test
	void versionThatTheBuildDidNotCopyIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> ZooKeeperProcess.start("3.3.0"))
			.withMessageContaining("No ZooKeeper 3.3.0 in ");
	}

}
