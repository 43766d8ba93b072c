package com.example;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.RecordIODecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Component
class ReactiveFramework {

	private static final String STREAM_ID = "Mesos-Stream-Id";

	private final WebClient leader;

	private final MesosMasterLocator locator;

	private final JsonMapper json;

	private volatile String frameworkId;

	ReactiveFramework(@MesosLeader WebClient.Builder builder, MesosMasterLocator locator, JsonMapper json) {
		this.leader = builder.build();
		this.locator = locator;
		this.json = json;
	}

	/**
	 * Subscribe to one leader after the other, and decline all offers.
	 * @return the events, until the subscriber cancels
	 */
	Flux<JsonNode> events() {
		return leaders().switchMap((leader) -> leader.isPresent() ? subscriptions() : Flux.never());
	}

	private Flux<Optional<MesosMaster>> leaders() {
		return Mono.fromSupplier(this.locator::snapshot)
			.expand((seen) -> Mono.fromFuture(() -> this.locator.changedFrom(seen)))
			.map(MasterSnapshot::leader)
			.distinctUntilChanged()
			.onErrorComplete(CancellationException.class);
	}

	private Flux<JsonNode> subscriptions() {
		return Flux.defer(this::subscribe)
			.timeout(Duration.ofSeconds(45))
			.concatWith(Mono.error(() -> new IllegalStateException("The master has ended the stream")))
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
				.maxBackoff(Duration.ofSeconds(15))
				.transientErrors(true));
	}

	private Flux<JsonNode> subscribe() {
		ObjectNode call = call("SUBSCRIBE");
		ObjectNode info = call.putObject("subscribe").putObject("framework_info");
		info.put("user", "nobody").put("name", "example").put("failover_timeout", 60);
		info.set("id", call.get("framework_id"));
		return post(call).exchangeToFlux((response) -> response.statusCode().isSameCodeAs(HttpStatus.OK)
				? events(response) : response.<JsonNode>createError().flux());
	}

	private Flux<JsonNode> events(ClientResponse response) {
		String streamId = response.headers().header(STREAM_ID).get(0);
		return new RecordIODecoder().decode(response.bodyToFlux(DataBuffer.class))
			.map(this.json::readTree)
			.concatMap((event) -> handle(streamId, event).thenReturn(event));
	}

	private Mono<Void> handle(String streamId, JsonNode event) {
		switch (event.path("type").asString("")) {
			case "SUBSCRIBED" -> this.frameworkId = event.at("/subscribed/framework_id/value").asString();
			case "OFFERS" -> {
				ObjectNode call = call("DECLINE");
				event.at("/offers/offers").forEach((offer) -> call.withArray("/decline/offer_ids").add(offer.path("id")));
				return post(call).header(STREAM_ID, streamId).retrieve().toBodilessEntity().then();
			}
			case "ERROR" -> {
				String message = event.at("/error/message").asString();
				if (message.equals("Framework has been removed")) {
					this.frameworkId = null;
				}
				return Mono.error(new IllegalStateException(message));
			}
		}
		return Mono.empty();
	}

	private ObjectNode call(String type) {
		ObjectNode call = this.json.createObjectNode().put("type", type);
		if (this.frameworkId != null) {
			call.putObject("framework_id").put("value", this.frameworkId);
		}
		return call;
	}

	private WebClient.RequestHeadersSpec<?> post(ObjectNode call) {
		return this.leader.post().uri("/api/v1/scheduler").contentType(MediaType.APPLICATION_JSON).bodyValue(call);
	}

}
