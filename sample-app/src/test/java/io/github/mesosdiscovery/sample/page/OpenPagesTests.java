package io.github.mesosdiscovery.sample.page;

import java.time.Duration;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenPages} when the application stops.
 */
@Timeout(90)
class OpenPagesTests {

	private final OpenPages pages = new OpenPages(new Board(), Duration.ofHours(1), Duration.ofHours(1));

	@Test
	void opensNoneBeforeTheStartAndAfterTheStop() {
		assertThat(this.pages.open()).isEmpty();
		this.pages.start();
		assertThat(this.pages.open()).isPresent();
		this.pages.stop();
		assertThat(this.pages.open()).isEmpty();
		assertThat(this.pages.isRunning()).isFalse();
	}

	@Test
	void opensOnlySoMany() {
		this.pages.start();
		for (int i = 0; i < OpenPages.LIMIT; i++) {
			assertThat(this.pages.open()).isPresent();
		}
		assertThat(this.pages.open()).isEmpty();
		this.pages.stop();
	}

	@Test
	void startsAgain() {
		this.pages.start();
		this.pages.stop();
		this.pages.start();
		assertThat(this.pages.open()).isPresent();
		this.pages.stop();
	}

	@Test
	@MesosCluster
	void doesNotKeepTheApplicationFromStopping(TestMesosCluster cluster) {
		RunningSample sample = new RunningSample(cluster, "--spring.lifecycle.timeout-per-shutdown-phase=60s");
		try (EventStream events = EventStream.open(sample.port());
				EventStream other = EventStream.open(sample.port())) {
			events.state();
			other.state();
			long start = System.nanoTime();
			sample.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
			Awaitility.await().until(() -> events.line() == null);
			Awaitility.await().until(() -> other.line() == null);
		}
	}

}
