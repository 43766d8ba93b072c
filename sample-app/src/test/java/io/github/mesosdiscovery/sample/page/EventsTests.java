package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the stream of events over HTTP.
 */
@Timeout(90)
@MesosCluster
@ExtendWith(OutputCaptureExtension.class)
class EventsTests {

	@SuppressWarnings("NullAway.Init")
	private static RunningSample sample;

	@BeforeAll
	static void start(TestMesosCluster cluster) {
		sample = new RunningSample(cluster, "--sample.page.heartbeat=100ms");
		Awaitility.await().until(() -> sample.locator().masters().size() == 3);
	}

	@AfterAll
	static void stop() {
		sample.close();
	}

	@Test
	void startsWithTheWholeState(TestMesosCluster cluster) {
		SimulatedMaster leader = cluster.leader().orElseThrow();
		try (EventStream events = EventStream.open(sample.port())) {
			JsonNode state = events.state();
			assertThat(state.get("leader").get("znode").asString()).isEqualTo(leader.znode());
			assertThat(state.get("leader").get("name").asString()).isEqualTo("localhost:" + leader.info().getPort());
			assertThat(state.get("leader").get("epoch").asString()).isEqualTo(Long.toString(leader.epoch()));
			assertThat(state.get("masters").size()).isEqualTo(cluster.masters().size());
			assertThat(state.get("connection").get("state").asString()).isEqualTo("CONNECTED");
			assertThat(state.get("connection").get("path").asString()).isEqualTo("/mesos");
		}
	}

	@Test
	void sendsTheNextLeader(TestMesosCluster cluster) {
		try (EventStream events = EventStream.open(sample.port())) {
			events.state();
			SimulatedMaster dead = cluster.killLeader();
			String next = cluster.leader().orElseThrow().znode();
			JsonNode state = events.awaitState((latest) -> latest.at("/leader/znode").asString().equals(next));
			assertThat(state.get("changes").values()).anyMatch((change) -> change.get("kind").asString().equals("LEADS")
					&& change.get("at").equals(state.get("leaderSince")));
			cluster.startMaster(dead.format(), dead.info());
			events.awaitState((latest) -> latest.at("/changes/0/kind").asString().equals("JOINED"));
		}
	}

	@Test
	void sendsPublishedTextUnchanged(TestMesosCluster cluster) {
		String hostile = "</script><img src=x onerror=\"alert(1)\"> data:{} event:state";
		SimulatedMaster master = cluster.startMaster(MasterFormat.JSON,
				SimulatedMasters.info(5060).setVersion(hostile).build());
		try (EventStream events = EventStream.open(sample.port())) {
			JsonNode state = events.awaitState((latest) -> latest.get("masters").size() == 4);
			assertThat(state.at("/masters/3/version").asString()).isEqualTo(hostile);
		}
		master.kill();
		Awaitility.await().until(() -> sample.locator().masters().size() == 3);
	}

	@Test
	void sendsHeartbeats() {
		try (EventStream events = EventStream.open(sample.port())) {
			events.state();
			events.awaitLine(":heartbeat"::equals);
			events.awaitLine("event:heartbeat"::equals);
			events.awaitLine(":heartbeat"::equals);
		}
	}

	@Test
	void requestsTheNextStreamAfterTheLifetime(TestMesosCluster cluster) {
		try (RunningSample shortLived = new RunningSample(cluster, "--sample.page.lifetime=200ms");
				EventStream events = EventStream.open(shortLived.port())) {
			events.awaitLine("event:end"::equals);
			assertThat(events.line()).isEqualTo("data:");
			assertThat(events.line()).isEmpty();
			assertThat(events.line()).isNull();
		}
	}

	@Test
	void doesNotKeepTheApplicationFromStopping(TestMesosCluster cluster) {
		RunningSample stopped = new RunningSample(cluster, "--spring.lifecycle.timeout-per-shutdown-phase=60s");
		try (EventStream events = EventStream.open(stopped.port());
				EventStream other = EventStream.open(stopped.port())) {
			events.state();
			other.state();
			long start = System.nanoTime();
			stopped.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
			assertThat(restOf(events)).doesNotContain("event:end");
			assertThat(restOf(other)).doesNotContain("event:end");
		}
	}

	@Test
	void limitsOpenPagesAndForgetsClosedOnes(CapturedOutput output) {
		List<EventStream> all = new ArrayList<>();
		try {
			for (int i = 0; i < EventsController.MAX_PAGES; i++) {
				all.add(awaitRoom());
			}
			try (EventStream refused = EventStream.open(sample.port())) {
				assertThat(refused.line()).startsWith("HTTP/1.1 503");
			}
		}
		finally {
			all.forEach(EventStream::close);
		}
		awaitRoom().close();
		assertThat(output.getOut()).doesNotContain(" ERROR ", "Exception");
	}

	/**
	 * Closed streams of other tests may still have their places.
	 */
	private static EventStream awaitRoom() {
		return Awaitility.await().until(EventsTests::open, Optional::isPresent).orElseThrow();
	}

	private static Optional<EventStream> open() {
		EventStream stream = EventStream.open(sample.port());
		if (Objects.requireNonNullElse(stream.line(), "").startsWith("HTTP/1.1 200")) {
			return Optional.of(stream);
		}
		stream.close();
		return Optional.empty();
	}

	private static List<String> restOf(EventStream events) {
		List<String> rest = new ArrayList<>();
		for (String line = events.line(); line != null; line = events.line()) {
			rest.add(line);
		}
		return rest;
	}

}
