package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ZooKeeperProcess}.
 */
class ZooKeeperProcessTests {

	private static final String OLDEST = ZooKeeperVersions.OLDEST;

	@ParameterizedTest
	@ArgumentsSource(ZooKeeperVersions.class)
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
		assertThat(server.files().home()).doesNotExist();
	}

	@Test
	void serverEndsWithItsParent() throws IOException, InterruptedException {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST)) {
			server.process().process().getOutputStream().close();
			assertThat(server.process().process().waitFor(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void anotherPortIsTakenWhenSomebodyWasFaster() throws IOException {
		try (ServerSocket taken = new ServerSocket(LoopbackPorts.findFree(), 1, InetAddress.getLoopbackAddress());
				ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST, List.of(), taken.getLocalPort(), 2)) {
			assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
			assertThat(server.ask("ruok")).isEqualTo("imok");
		}
	}

	@Test
	void failureShowsTheLog() throws IOException {
		try (ServerSocket taken = new ServerSocket(LoopbackPorts.findFree(), 1, InetAddress.getLoopbackAddress())) {
			assertThatIllegalStateException()
				.isThrownBy(() -> ZooKeeperProcess.start(OLDEST, List.of(), taken.getLocalPort(), 1))
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

	@Test
	void aPausedServerIsSilentUntilItGoesOn() {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST)) {
			server.pause();
			assertThat(server.ask("ruok")).isEmpty();
			assertThat(server.isAlive()).isTrue();
			server.resume();
			assertThat(server.ask("ruok")).isEqualTo("imok");
			server.pause();
			server.kill();
			assertThat(server.isAlive()).isFalse();
		}
	}

	@Test
	void aServerThatWasPausedOrKilledIsHealed() {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST)) {
			long pid = server.pid();
			server.pause();
			server.heal();
			server.awaitService();
			assertThat(server.pid()).isEqualTo(pid);
			server.kill();
			server.heal();
			server.awaitService();
			assertThat(server.pid()).isNotEqualTo(pid);
		}
	}

	@ParameterizedTest
	@ArgumentsSource(ZooKeeperVersions.class)
	void aWipedServerHasForgottenAll(String version) {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(version)) {
			assertThat(server.transactionLogs()).isDirectory();
			try (TestSession session = TestSession.open(server.connectString())) {
				session.create("/before");
			}
			server.kill();
			server.restart();
			try (TestSession session = TestSession.open(server.connectString())) {
				assertThat(session.exists("/before")).isTrue();
			}
			server.wipe();
			try (TestSession session = TestSession.open(server.connectString())) {
				assertThat(session.exists("/before")).isFalse();
			}
		}
	}

	@Test
	void linesOfTheConfigurationAndOptionsOfTheJvmReachTheServer() {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(OLDEST, "maxSessionTimeout=7777", "-Dcanary=bird")) {
			assertThat(server.ask("conf")).contains("maxSessionTimeout=7777");
			assertThat(server.ask("envi")).doesNotContain("canary");
			assertThat(server.process().process().info().commandLine().orElse("-Dcanary=bird"))
				.contains("-Dcanary=bird");
		}
	}

}
