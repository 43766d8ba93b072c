package io.github.mesosdiscovery.sample.framework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.sample.framework.RawMaster.Subscriber;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Framework} with a master that does what masters and networks do.
 */
@Timeout(90)
@ExtendWith(OutputCaptureExtension.class)
class FrameworkTests {

	private final RawMaster master;

	FrameworkTests() throws Exception {
		this.master = new RawMaster();
	}

	@AfterEach
	void close() {
		this.master.close();
		assertThat(this.master.mostSubscribers()).isOne();
	}

	@Test
	void subscribesAndDeclinesOffers() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk(), "--sample.framework.name=my \"app\"",
				"--sample.framework.failover-timeout=2m")) {
			Subscriber subscriber = this.master.next();
			assertThat(subscriber.request()).startsWith("POST /api/v1/scheduler HTTP/1.1")
				.contains("\"name\":\"my \\\"app\\\"\"", "\"user\":\"nobody\"", "\"failover_timeout\":120")
				.doesNotContain("Mesos-Stream-Id", "framework_id", "Authorization");
			subscriber.subscribe("id-1", 15).events(Events.HEARTBEAT, Events.offers("o1", "o2"));
			JsonNode status = framework.await((latest) -> latest.get("offers").asInt() == 2);
			assertThat(status.get("state").asString()).isEqualTo("SUBSCRIBED");
			assertThat(status.get("master").asString()).isEqualTo(this.master.uri());
			assertThat(status.get("frameworkId").asString()).isEqualTo("id-1");
			assertThat(status.get("subscriptions").asInt()).isOne();
			assertThat(status.get("heartbeats").asInt()).isOne();
			assertThat(status.get("error").isNull()).isTrue();
			Awaitility.await().until(() -> !this.master.calls().isEmpty());
			assertThat(this.master.calls().get(0)).containsIgnoringCase("Mesos-Stream-Id: stream")
				.contains("\"type\":\"DECLINE\"", "\"framework_id\":{\"value\":\"id-1\"}",
						"\"offer_ids\":[{\"value\":\"o1\"},{\"value\":\"o2\"}]");
		}
	}

	@Test
	void readsRecordsHoweverTheyAreCut() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			String records = Events.record(Events.subscribed("id-\u00e4\u20ac\ud83d\ude00", 15))
					+ Events.record(Events.HEARTBEAT) + Events.record("{\"type\":\"UPDATE\",\"update\":{}}")
					+ Events.record(Events.offers("o1")) + Events.record(Events.HEARTBEAT);
			byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
			Subscriber subscriber = this.master.next().accept("stream");
			for (int i = 0; i < bytes.length; i++) {
				subscriber.chunk(new byte[] { bytes[i] });
			}
			int half = bytes.length / 2;
			subscriber.chunk(Arrays.copyOf(bytes, half)).chunk(Arrays.copyOfRange(bytes, half, bytes.length));
			JsonNode status = framework.await((latest) -> latest.get("heartbeats").asInt() == 4);
			assertThat(status.get("frameworkId").asString()).isEqualTo("id-\u00e4\u20ac\ud83d\ude00");
			assertThat(status.get("offers").asInt()).isEqualTo(2);
			assertThat(status.get("state").asString()).isEqualTo("SUBSCRIBED");
		}
	}

	@Test
	void leavesASilentMaster() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			Subscriber silent = this.master.next().subscribe("id-1", 0.5);
			for (int i = 0; i < 20; i++) {
				silent.events(Events.HEARTBEAT);
				assertThat(silent.isGone(100)).isFalse();
			}
			assertThat(silent.awaitGone()).isTrue();
			framework.awaitError("silent for 1500 ms");
			Subscriber again = this.master.next();
			assertThat(again.request()).contains("\"framework_id\":{\"value\":\"id-1\"}",
					"\"id\":{\"value\":\"id-1\"}");
			again.subscribe("id-1", 15);
			assertThat(framework.awaitState("SUBSCRIBED").get("subscriptions").asInt()).isEqualTo(2);
		}
	}

	@Test
	void leavesAMasterThatIsSilentWhileAnOfferIsDeclined() throws Exception {
		this.master.ignoreCalls();
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			Subscriber silent = this.master.next().subscribe("id-1", 0.1).events(Events.offers("o1"));
			assertThat(silent.awaitGone()).isTrue();
			this.master.next().subscribe("id-1", 15);
			framework.await((latest) -> latest.get("subscriptions").asInt() == 2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ends", "is cut", "is cut in a record", "is no stream", "is no JSON" })
	void subscribesAgainWhenTheStream(String what) throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			Subscriber broken = this.master.next().subscribe("id-1", 15);
			framework.awaitState("SUBSCRIBED");
			switch (what) {
				case "ends" -> broken.end();
				case "is cut" -> broken.cut();
				case "is cut in a record" -> broken.chunk("100\n{\"type\"".getBytes()).cut();
				case "is no stream" -> broken.chunk("<html>".getBytes());
				default -> broken.events("<html>");
			}
			framework.await((latest) -> !latest.get("error").isNull());
			Subscriber again = this.master.next();
			assertThat(again.request()).contains("\"framework_id\":{\"value\":\"id-1\"}");
			again.subscribe("id-1", 15);
			JsonNode status = framework.awaitState("SUBSCRIBED");
			assertThat(status.get("error").isNull()).isTrue();
			assertThat(status.get("frameworkId").asString()).isEqualTo("id-1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "401 Unauthorized", "403 Forbidden" })
	void saysThatCredentialsAreRefused(String status, CapturedOutput output) throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk(), "--sample.framework.principal=me",
				"--sample.framework.secret=geheim")) {
			Subscriber refused = this.master.next();
			assertThat(refused.request()).containsIgnoringCase("Authorization: Basic bWU6Z2VoZWlt")
				.contains("\"principal\":\"me\"");
			refused.answer(status, "WWW-Authenticate: Basic realm=\"mesos-master-scheduler\"");
			JsonNode latest = framework.awaitError(status.substring(0, 3));
			assertThat(latest.get("state").asString()).isNotEqualTo("SUBSCRIBED");
			assertThat(latest.get("error").asString()).startsWith("Not subscribed to " + this.master.uri() + ": ")
				.endsWith("; check sample.framework.principal and sample.framework.secret");
			this.master.next().subscribe("id-1", 15);
			framework.awaitState("SUBSCRIBED");
		}
		assertThat(output.getOut()).contains("check sample.framework.principal").doesNotContain("geheim");
	}

	@Test
	void retriesLessAndLessOften() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			this.master.next().answer("503 Service Unavailable");
			long start = System.nanoTime();
			framework.awaitError("503");
			for (int i = 0; i < 3; i++) {
				this.master.next().answer("503 Service Unavailable");
			}
			// At least 100, 100 and 200 ms.
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
			this.master.next().subscribe("id-1", 15);
			framework.awaitState("SUBSCRIBED");
		}
	}

	@Test
	void becomesANewFrameworkWhenMesosHasRemovedIt(CapturedOutput output) throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			this.master.next().subscribe("id-1", 15).end();
			this.master.next().accept("stream").events(Events.error("Framework has been removed")).end();
			framework.awaitError("Framework has been removed");
			Subscriber again = this.master.next();
			assertThat(again.request()).doesNotContain("framework_id", "id-1");
			again.subscribe("id-2", 15);
			assertThat(framework.awaitState("SUBSCRIBED").get("frameworkId").asString()).isEqualTo("id-2");
		}
		assertThat(output.getOut()).contains("Mesos has removed framework id-1; subscribing as a new one");
	}

	@Test
	void keepsItsIdAfterAnotherError() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			this.master.next().subscribe("id-1", 15).events(Events.error("Framework failed over"));
			framework.awaitError("Framework failed over");
			assertThat(this.master.next().request()).contains("id-1");
		}
	}

	@Test
	void tearsItselfDownWhenTheApplicationStops() throws Exception {
		RunningFramework framework = new RunningFramework(this.master.zk());
		Subscriber subscriber = this.master.next().subscribe("id-1", 15);
		framework.awaitState("SUBSCRIBED");
		framework.close();
		assertThat(this.master.calls()).hasSize(1);
		assertThat(this.master.calls().get(0)).containsIgnoringCase("Mesos-Stream-Id: stream")
			.contains("\"type\":\"TEARDOWN\"", "\"framework_id\":{\"value\":\"id-1\"}");
		assertThat(subscriber.awaitGone()).isTrue();
		assertThatNoFrameworkRuns();
	}

	@Test
	void stopsWithinASecondWhateverTheMasterDoes() throws Exception {
		this.master.ignoreCalls();
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			Subscriber subscriber = this.master.next().subscribe("id-1", 15);
			framework.awaitState("SUBSCRIBED");
			assertStopsWithinASecond(framework, subscriber);
		}
	}

	@Test
	void stopsWithoutAnAnswer() throws Exception {
		try (RunningFramework framework = new RunningFramework(this.master.zk())) {
			assertStopsWithinASecond(framework, this.master.next());
		}
	}

	private static void assertStopsWithinASecond(RunningFramework framework, Subscriber subscriber) throws Exception {
		long start = System.nanoTime();
		framework.stop();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(subscriber.awaitGone()).isTrue();
		assertThatNoFrameworkRuns();
	}

	private static void assertThatNoFrameworkRuns() {
		Awaitility.await()
			.atMost(1, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.doesNotContain("sample-framework"));
	}

}
