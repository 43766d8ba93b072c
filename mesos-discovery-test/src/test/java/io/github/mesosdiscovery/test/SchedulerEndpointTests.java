package io.github.mesosdiscovery.test;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link SchedulerEndpoint}.
 */
@Timeout(60)
class SchedulerEndpointTests {

	private final TestMesosCluster cluster = TestMesosCluster.builder()
		.http()
		.masters(3)
		.heartbeatInterval(Duration.ofMillis(100))
		.start();

	private final SimulatedMaster leader = this.cluster.masters().get(0);

	@AfterEach
	void close() {
		this.cluster.close();
	}

	@Test
	void streamsEventsUntilTheMasterDies() throws Exception {
		Subscriber framework = subscribe("");
		assertThat(framework.response().statusCode()).isEqualTo(200);
		assertThat(framework.response().headers().firstValue("Content-Type")).contains("application/json");
		assertThat(framework.event())
			.isEqualTo("{\"type\":\"SUBSCRIBED\",\"subscribed\":{\"framework_id\":{\"value\":\""
					+ this.leader.info().getId() + "-0000\"},\"heartbeat_interval_seconds\":0.1,\"master_info\":"
					+ MasterInfoJson.write(this.leader.info()) + "}}");
		assertThat(framework.event()).isEqualTo("{\"type\":\"HEARTBEAT\"}");
		assertThat(framework.event()).startsWith("{\"type\":\"OFFERS\",\"offers\":{\"offers\":[{\"id\":{\"value\":");
		assertThat(framework.event()).isEqualTo("{\"type\":\"HEARTBEAT\"}");
		assertThat(this.cluster.subscriptions()).containsExactly(
				new SchedulerSubscription(this.leader.info().getId() + "-0000", framework.streamId(), this.leader));
		this.leader.kill();
		assertThat(this.cluster.subscriptions()).isEmpty();
		assertThatThrownBy(() -> framework.awaitEvent("NEVER")).isInstanceOf(IOException.class)
			.isNotInstanceOf(EOFException.class);
	}

	@Test
	void keepsTheIdAfterAFailover() throws Exception {
		String id = subscribe("").frameworkId();
		this.cluster.killLeader();
		SimulatedMaster next = this.cluster.leader().orElseThrow();
		Subscriber framework = Subscriber.subscribe(next, id);
		assertThat(framework.frameworkId()).isEqualTo(id);
		assertThat(Subscriber.subscribe(next, "").frameworkId()).isNotEqualTo(id);
		assertThat(this.cluster.subscriptions()).hasSize(2)
			.contains(new SchedulerSubscription(id, framework.streamId(), next));
	}

	@Test
	void endsAStreamWhenTheFrameworkSubscribesAgain() throws Exception {
		Subscriber first = subscribe("");
		String id = first.frameworkId();
		Subscriber second = subscribe(id);
		assertThat(second.frameworkId()).isEqualTo(id);
		assertThat(second.streamId()).isNotEqualTo(first.streamId());
		assertThat(first.awaitEvent("ERROR"))
			.isEqualTo("{\"type\":\"ERROR\",\"error\":{\"message\":\"Framework failed over\"}}");
		assertThatExceptionOfType(EOFException.class).isThrownBy(first::event);
		assertThat(this.cluster.subscriptions()).extracting(SchedulerSubscription::streamId)
			.containsExactly(second.streamId());
		assertThat(first.call(first.streamId(), call("DECLINE", id))).isEqualTo(400);
	}

	@Test
	void refusesAnUnknownFramework() throws Exception {
		Subscriber framework = subscribe("none");
		assertThat(framework.response().statusCode()).isEqualTo(200);
		assertThat(framework.event())
			.isEqualTo("{\"type\":\"ERROR\",\"error\":{\"message\":\"Framework has been removed\"}}");
		assertThatExceptionOfType(EOFException.class).isThrownBy(framework::event);
		assertThat(this.cluster.subscriptions()).isEmpty();
	}

	@Test
	void removesAFrameworkThatTearsItselfDown() throws Exception {
		Subscriber framework = subscribe("");
		String id = framework.frameworkId();
		assertThat(framework.call(framework.streamId(), call("TEARDOWN", id))).isEqualTo(202);
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> framework.awaitEvent("NEVER"));
		assertThat(framework.call(framework.streamId(), call("DECLINE", id))).isEqualTo(400);
		this.cluster.killLeader();
		assertThat(Subscriber.subscribe(this.cluster.leader().orElseThrow(), id).event()).contains("has been removed");
	}

	@Test
	void offersAgainWhatWasDeclined() throws Exception {
		Subscriber framework = subscribe("");
		String id = framework.frameworkId();
		String first = framework.awaitEvent("OFFERS");
		String offer = first.replaceFirst(".*\"offers\":\\[\\{\"id\":\\{\"value\":\"([^\"]*)\".*", "$1");
		String decline = "{\"framework_id\": {\"value\": \"" + id + "\"}, \"type\": \"DECLINE\", \"decline\": "
				+ "{\"offer_ids\": [{\"value\": \"other\"}, {\"value\": \"" + offer + "\"}]}}";
		assertThat(framework.call(framework.streamId(), decline.replace(offer, "another"))).isEqualTo(202);
		framework.event();
		assertThat(framework.event()).isEqualTo("{\"type\":\"HEARTBEAT\"}");
		assertThat(framework.call(framework.streamId(), decline)).isEqualTo(202);
		assertThat(framework.awaitEvent("OFFERS")).isNotEqualTo(first);
	}

	@Test
	void acceptsCallsWithTheIdOfTheStreamOnly() throws Exception {
		Subscriber framework = subscribe("");
		String id = framework.frameworkId();
		for (String type : new String[] { "DECLINE", "TEARDOWN", "ACKNOWLEDGE" }) {
			assertThat(framework.call("", call(type, id))).isEqualTo(400);
			assertThat(framework.call("other", call(type, id))).isEqualTo(400);
			assertThat(framework.call(framework.streamId(), call(type, "other"))).isEqualTo(400);
			assertThat(framework.call(framework.streamId(), "{\"type\": \"" + type + "\"}")).isEqualTo(400);
		}
		assertThat(framework.call(framework.streamId(), call("ACKNOWLEDGE", id))).isEqualTo(202);
		framework.close();
		Awaitility.await().until(() -> this.cluster.subscriptions().isEmpty());
		assertThat(framework.call(framework.streamId(), call("DECLINE", id))).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\": \"SUBSCRIBE\"}",
			"{\"type\": \"SUBSCRIBE\", \"subscribe\": {\"framework_info\": {\"user\": \"nobody\"}}}",
			"{\"type\": \"SUBSCRIBE\", \"subscribe\": {\"framework_info\": {\"name\": \"example\"}}}" })
	void refusesASubscriptionWithoutFrameworkInfo(String call) throws Exception {
		assertThat(Http.stream(this.leader, call).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesAnInconsistentSubscription() throws Exception {
		String call = Subscriber.call("some");
		assertThat(Http.stream(this.leader, call.replaceFirst("\"some\"", "\"other\"")).statusCode()).isEqualTo(400);
		assertThat(new Subscriber(this.leader, Http.stream(this.leader, call)).call("some", call)).isEqualTo(400);
	}

	@Test
	void otherMastersRefuseToSubscribe() throws Exception {
		SimulatedMaster follower = this.cluster.masters().get(1);
		assertThat(Subscriber.subscribe(follower, "").response().statusCode()).isEqualTo(307);
		this.cluster.masters().forEach(SimulatedMaster::delete);
		assertThat(Subscriber.subscribe(follower, "").response().statusCode()).isEqualTo(503);
	}

	@Test
	void endsAStreamWhenTheMasterNoLongerLeads() throws Exception {
		Subscriber framework = subscribe("");
		this.leader.delete();
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> framework.awaitEvent("NEVER"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0 })
	void heartbeatsNeedAnInterval(int seconds) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TestMesosCluster.builder().heartbeatInterval(Duration.ofSeconds(seconds)))
			.withMessageContaining("15 s");
	}

	private Subscriber subscribe(String id) throws Exception {
		return Subscriber.subscribe(this.leader, id);
	}

	private static String call(String type, String id) {
		return "{\"framework_id\": {\"value\": \"" + id + "\"}, \"type\": \"" + type + "\"}";
	}

}
