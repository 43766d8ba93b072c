package io.github.mesosdiscovery.sample.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Consumer;

import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.RecordIOReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls to the leading master, as Mesos' {@code docs/scheduler-http-api.md} defines them.
 * One thread at a time subscribes. To end that, interrupt it, and then unsubscribe.
 */
@Component
class SchedulerClient {

	private static final String STREAM_ID = "Mesos-Stream-Id";

	private final RestClient leader;

	private final JsonMapper json;

	private final ObjectNode frameworkInfo;

	private volatile String streamId = "";

	private volatile InputStream stream = InputStream.nullInputStream();

	SchedulerClient(@MesosLeader RestClient.Builder builder, JsonMapper json,
			@Value("${sample.framework.name:mesos-discovery-sample}") String name,
			@Value("${sample.framework.principal:#{null}}") @Nullable String principal,
			@Value("${sample.framework.secret:#{null}}") @Nullable String secret,
			@Value("${sample.framework.failover-timeout:1m}") Duration failoverTimeout) {
		if (principal != null && secret != null) {
			builder.defaultHeaders((headers) -> headers.setBasicAuth(principal, secret));
		}
		this.leader = builder.build();
		this.json = json;
		// Mesos takes null as absent.
		this.frameworkInfo = json.createObjectNode()
			.put("user", "nobody")
			.put("name", name)
			.put("principal", principal)
			.put("failover_timeout", failoverTimeout.toSeconds());
	}

	/**
	 * Subscribe, and handle events until the stream ends.
	 * @param id the id of the framework, or {@code null} if it is new
	 */
	void subscribe(@Nullable String id, Consumer<JsonNode> handler) {
		ObjectNode call = call("SUBSCRIBE", id);
		ObjectNode info = this.frameworkInfo.deepCopy().set("id", call.get("framework_id"));
		call.putObject("subscribe").set("framework_info", info);
		post(call).exchange((request, response) -> {
			this.stream = response.getBody();
			if (Thread.currentThread().isInterrupted()) {
				throw new InterruptedIOException("Interrupted");
			}
			if (response.getStatusCode().value() != 200) {
				throw response.createException();
			}
			this.streamId = String.valueOf(response.getHeaders().getFirst(STREAM_ID));
			try (RecordIOReader events = new RecordIOReader(response.getBody())) {
				for (byte[] event = events.read(); event != null; event = events.read()) {
					handler.accept(this.json.readTree(event));
				}
			}
			return true;
		});
	}

	void unsubscribe() throws IOException {
		this.stream.close();
	}

	void decline(String id, JsonNode offers) {
		ObjectNode call = call("DECLINE", id);
		offers.forEach((offer) -> call.withArray("/decline/offer_ids").add(offer.path("id")));
		post(call).header(STREAM_ID, this.streamId).retrieve().toBodilessEntity();
	}

	void tearDown(String id) {
		post(call("TEARDOWN", id)).header(STREAM_ID, this.streamId).retrieve().toBodilessEntity();
	}

	private ObjectNode call(String type, @Nullable String id) {
		ObjectNode call = this.json.createObjectNode().put("type", type);
		if (id != null) {
			call.putObject("framework_id").put("value", id);
		}
		return call;
	}

	private RestClient.RequestBodySpec post(ObjectNode call) {
		return this.leader.post().uri("/api/v1/scheduler").contentType(MediaType.APPLICATION_JSON).body(call);
	}

}
