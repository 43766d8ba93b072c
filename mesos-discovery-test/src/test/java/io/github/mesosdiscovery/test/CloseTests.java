package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.ObjectName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link TestMesosCluster#close()}.
 */
class CloseTests {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leavesNoThreadSocketOrFile(boolean http) throws Exception {
		TestMesosCluster.start().close();
		Set<Thread> threads = threads();
		Set<Path> files = temporaryFiles();
		TestMesosClusterBuilder builder = TestMesosCluster.builder().masters(3);
		TestMesosCluster cluster = (http ? builder.http() : builder).start();
		cluster.client();
		if (http) {
			Subscriber.subscribe(cluster.masters().get(0), "");
			Subscriber.subscribe(cluster.masters().get(0), "");
		}
		cluster.killLeader();
		cluster.restartZooKeeper();
		assertThat(temporaryFiles()).hasSize(files.size() + 1);
		cluster.close();
		assertThat(temporaryFiles()).isEqualTo(files);
		try (ServerSocket socket = new ServerSocket(cluster.port(), 1, InetAddress.getByName("127.0.0.1"))) {
			assertThat(socket.isBound()).isTrue();
		}
		await().untilAsserted(() -> assertThat(threads()).isSubsetOf(threads));
	}

	@Test
	void setsNoSystemPropertyAndRegistersNoMBean() throws Exception {
		Map<Object, Object> properties = Map.copyOf(System.getProperties());
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start()) {
			assertThat(cluster.masters()).hasSize(1);
			assertThat(ManagementFactory.getPlatformMBeanServer()
				.queryNames(new ObjectName("org.apache.ZooKeeperService:*"), null)).isEmpty();
			assertThat(System.getProperties()).isEqualTo(properties);
		}
	}

	@Test
	void canBeClosedTwice() {
		TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start();
		cluster.close();
		cluster.close();
		assertThat(cluster.masters()).isEmpty();
		assertThatIllegalStateException().isThrownBy(cluster::startZooKeeper).withMessageContaining("closed");
		assertThatIllegalStateException().isThrownBy(cluster::wipe).withMessageContaining("closed");
	}

	@Test
	void closesInTimeWhileZooKeeperIsStopped() {
		TestMesosCluster cluster = TestMesosCluster.builder().masters(3).start();
		cluster.client();
		cluster.stopZooKeeper();
		long start = System.nanoTime();
		cluster.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
	}

	@Test
	void failedStartCleansUp() throws IOException {
		Set<Path> files = temporaryFiles();
		TestMesosClusterBuilder builder = TestMesosCluster.builder().masters(1);
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(builder::start).withMessageContaining("Interrupted");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(temporaryFiles()).isEqualTo(files);
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.getName().startsWith("awaitility"))
			.filter((thread) -> !thread.getName().startsWith("HttpClient"))
			.collect(Collectors.toSet());
	}

	private static Set<Path> temporaryFiles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().startsWith(EmbeddedZooKeeper.DIRECTORY_PREFIX))
				.collect(Collectors.toSet());
		}
	}

}
