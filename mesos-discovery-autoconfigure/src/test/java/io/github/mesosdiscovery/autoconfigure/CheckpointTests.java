package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for what a checkpoint needs: a context that is stopped holds no thread and no
 * descriptor, and finds out what has changed once it is started again.
 */
@Timeout(120)
class CheckpointTests {

	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	private final TestMesosCluster cluster = TestMesosCluster.builder().masters(3).start();

	private final List<Thread> before = threadsOfLocators();

	private final ConfigurableApplicationContext context = context();

	@BeforeEach
	void awaitFirstLeader() {
		awaitLeaderOfCluster();
	}

	@AfterEach
	void close() {
		this.context.close();
		this.cluster.close();
	}

	@Test
	void findsTheNewLeaderWithANewSessionAfterARestart() {
		List<Long> first = this.cluster.clientSessions();
		this.context.stop();
		assertThat(this.context.getBean(MesosMasterLocator.class).snapshot().registrations()).isEmpty();
		this.cluster.killLeader();
		this.context.start();
		awaitLeaderOfCluster();
		assertThat(this.cluster.clientSessions()).hasSize(1).doesNotContainAnyElementsOf(first);
	}

	@Test
	void holdsNeitherThreadNorConnectionWhenStopped() {
		this.context.stop();
		await().untilAsserted(() -> {
			assertThat(locatorThreads()).isEmpty();
			assertThat(this.cluster.clientSessions()).isEmpty();
			assertThat(this.cluster.connections()).isEqualTo(this.cluster.masters().size());
		});
	}

	@Test
	void holdsNeitherThreadNorConnectionWhenPaused() {
		this.context.pause();
		awaitNoConnection();
		this.cluster.killLeader();
		this.context.restart();
		awaitLeaderOfCluster();
	}

	@Test
	void holdsNeitherThreadNorConnectionBeforeItStartsFromACheckpoint() {
		this.context.close();
		SpringProperties.setProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME, "onrefresh");
		try (ConfigurableApplicationContext refreshed = context()) {
			assertThat(this.before).containsAll(refreshed.getBean(AfterRefresh.class).threads);
			assertThat(locatorThreads()).isNotEmpty();
		}
		finally {
			SpringProperties.setProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME, null);
		}
	}

	@Test
	void holdsNoFileDescriptorWhenStopped() {
		assumeTrue(Files.isDirectory(DESCRIPTORS));
		// What the first start opens for good, as jars, is not the locator's.
		this.context.stop();
		awaitNoConnection();
		long stopped = descriptors();
		this.context.start();
		awaitLeaderOfCluster();
		assertThat(descriptors()).isGreaterThan(stopped);
		this.context.stop();
		awaitNoConnection();
		await().untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(stopped));
	}

	private ConfigurableApplicationContext context() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run("--mesos.discovery.zk=" + this.cluster.mechanism());
	}

	private void awaitLeaderOfCluster() {
		String leader = this.cluster.leader().orElseThrow().znode();
		MesosMasterLocator locator = this.context.getBean(MesosMasterLocator.class);
		await().until(() -> locator.leader().map(MesosMaster::znode).orElse("none"), leader::equals);
	}

	private void awaitNoConnection() {
		await().until(() -> locatorThreads().isEmpty() && this.cluster.clientSessions().isEmpty());
	}

	private List<Thread> locatorThreads() {
		return threadsOfLocators().stream().filter((thread) -> !this.before.contains(thread)).toList();
	}

	private static List<Thread> threadsOfLocators() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("mesos-discovery"))
			.toList();
	}

	/** Count what the kernel keeps for this process beside files. */
	private static long descriptors() {
		try (Stream<Path> all = Files.list(DESCRIPTORS)) {
			return all.filter(CheckpointTests::isNoFile).count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isNoFile(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString().contains(":");
		}
		catch (IOException ex) {
			// Closed in the meantime.
			return false;
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(MesosDiscoveryAutoConfiguration.class)
	@Import(AfterRefresh.class)
	static class Application {

	}

	/**
	 * Looks around before anything else is started, which is where
	 * {@code spring.context.checkpoint=onRefresh} makes a checkpoint.
	 */
	static class AfterRefresh implements SmartLifecycle {

		private List<Thread> threads = List.of();

		private volatile boolean running;

		@Override
		public void start() {
			this.running = true;
			this.threads = threadsOfLocators();
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return Integer.MIN_VALUE;
		}

	}

}
