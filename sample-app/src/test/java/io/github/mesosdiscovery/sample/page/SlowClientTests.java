package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a browser that keeps its connection but does not read, until all buffers on
 * the way are full.
 */
@Timeout(90)
@MesosCluster(masters = 1)
class SlowClientTests {

	private int version;

	@BeforeEach
	void createManyRegistrations(TestMesosCluster cluster) {
		for (int i = 1; i < PageState.MASTERS; i++) {
			cluster.createRaw("x".repeat(200) + "_%010d".formatted(i), new byte[0]);
		}
	}

	@Test
	void isDroppedAndDelaysNoOther(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster, "--server.tomcat.connection-timeout=1s");
				EventStream quick = EventStream.open(sample.port());
				EventStream slow = EventStream.open(sample.port())) {
			slow.line();
			while (streams() == 2) {
				String latest = update(cluster);
				quick.awaitState((state) -> state.at("/leader/version").asString().equals(latest));
			}
			assertThat(streams()).isEqualTo(1);
		}
	}

	@Test
	void doesNotKeepTheApplicationFromStopping(TestMesosCluster cluster) {
		RunningSample sample = new RunningSample(cluster, "--spring.lifecycle.timeout-per-shutdown-phase=80s");
		try (EventStream slow = EventStream.open(sample.port())) {
			slow.line();
			while (!isStuck()) {
				update(cluster);
			}
			long start = System.nanoTime();
			sample.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
		}
	}

	@Test
	void losesItsPlaceWithoutReading(TestMesosCluster cluster) {
		List<EventStream> silent = new ArrayList<>();
		try (RunningSample sample = new RunningSample(cluster, "--sample.page.lifetime=5s")) {
			for (int i = 0; i < EventsController.MAX_PAGES; i++) {
				silent.add(EventStream.open(sample.port()));
			}
			Awaitility.await().until(() -> streams() == EventsController.MAX_PAGES);
			assertThat(isServed(sample)).isFalse();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isServed(sample));
		}
		finally {
			silent.forEach(EventStream::close);
		}
	}

	private static boolean isServed(RunningSample sample) {
		try (EventStream stream = EventStream.open(sample.port())) {
			return Objects.requireNonNullElse(stream.line(), "").startsWith("HTTP/1.1 200");
		}
	}

	private String update(TestMesosCluster cluster) {
		SimulatedMaster leader = cluster.leader().orElseThrow();
		String latest = "1.11." + this.version++;
		leader.update(leader.info().toBuilder().setVersion(latest).build());
		return latest;
	}

	private static long streams() {
		return stacks().filter((stack) -> isIn(stack, EventsController.class.getName())).count();
	}

	private static boolean isStuck() {
		return stacks().anyMatch((stack) -> isIn(stack, EventsController.class.getName())
				&& isIn(stack, "NioSocketWrapper") && isIn(stack, "java.lang.Object"));
	}

	private static Stream<StackTraceElement[]> stacks() {
		return Thread.getAllStackTraces().values().stream();
	}

	private static boolean isIn(StackTraceElement[] stack, String name) {
		return Arrays.stream(stack).anyMatch((frame) -> frame.getClassName().contains(name));
	}

}
