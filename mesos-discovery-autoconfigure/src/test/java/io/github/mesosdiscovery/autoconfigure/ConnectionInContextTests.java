package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for when the locator of a context connects.
 */
@Timeout(60)
@MesosCluster(masters = 1)
class ConnectionInContextTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class));

	@Test
	void isEstablishedUnrequested(TestMesosCluster cluster) {
		this.contextRunner.withPropertyValues("mesos.discovery.zk=" + cluster.mechanism())
			.run((context) -> await().until(() -> context.getBean(MesosMasterLocator.class).leader().isPresent()));
	}

	@Test
	void isEstablishedForABeanThatAwaitsTheLeader(TestMesosCluster cluster) {
		this.contextRunner.withPropertyValues("mesos.discovery.zk=" + cluster.mechanism())
			.withBean(Waiting.class)
			.run((context) -> assertThat(context.getBean(Waiting.class).leader).isCompleted());
	}

	static class Waiting implements SmartLifecycle {

		private final CompletableFuture<MesosMaster> leader = new CompletableFuture<>();

		private final MesosMasterLocator locator;

		Waiting(MesosMasterLocator locator) {
			this.locator = locator;
		}

		@Override
		public void start() {
			try {
				this.leader.complete(this.locator.awaitLeader(Duration.ofSeconds(30)));
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return this.leader.isDone();
		}

	}

}
