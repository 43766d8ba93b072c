package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler API of a simulated master, as Mesos' {@code docs/scheduler-http-api.md}
 * describes it. It launches no tasks: calls other than {@code SUBSCRIBE}, {@code DECLINE}
 * and {@code TEARDOWN} are accepted without effect.
 */
final class SchedulerEndpoint {

	private static final String STREAM_ID = "Mesos-Stream-Id";

	private final SimulatedMaster master;

	private final BooleanSupplier leads;

	private final Frameworks frameworks;

	private final Duration heartbeatInterval;

	SchedulerEndpoint(SimulatedMaster master, BooleanSupplier leads, Frameworks frameworks,
			Duration heartbeatInterval) {
		this.master = master;
		this.leads = leads;
		this.frameworks = frameworks;
		this.heartbeatInterval = heartbeatInterval;
	}

	void handle(HttpExchange exchange, ApiCall call) throws IOException {
		String streamId = exchange.getRequestHeaders().getFirst(STREAM_ID);
		if (call.type().equals("SUBSCRIBE")) {
			subscribe(exchange, call, streamId);
		}
		else {
			handle(exchange, call, call.value("/framework_id/value"), streamId);
		}
	}

	private void subscribe(HttpExchange exchange, ApiCall call, @Nullable String streamId) throws IOException {
		String id = call.value("/subscribe/framework_info/id/value");
		if (streamId != null) {
			HttpReplies.sendText(exchange, 400, "Subscribe calls should not include the '" + STREAM_ID + "' header");
		}
		else if (call.value("/subscribe/framework_info/user").isEmpty()
				|| call.value("/subscribe/framework_info/name").isEmpty()) {
			HttpReplies.sendText(exchange, 400,
					"Expecting 'subscribe.framework_info' to be present, with a 'user' and a 'name'");
		}
		else if (!id.equals(call.value("/framework_id/value"))) {
			HttpReplies.sendText(exchange, 400, "'framework_id' differs from 'subscribe.framework_info.id'");
		}
		else {
			open(exchange, this.frameworks.subscribe(id, this.master));
		}
	}

	private void open(HttpExchange exchange, Optional<SchedulerStream> accepted) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", HttpReplies.JSON);
		exchange.getResponseHeaders()
			.set(STREAM_ID,
					accepted.map(SchedulerStream::subscription)
						.map(SchedulerSubscription::streamId)
						.orElseGet(() -> UUID.randomUUID().toString()));
		if (accepted.isEmpty()) {
			exchange.sendResponseHeaders(200, 0);
			SchedulerStream.writeError(exchange.getResponseBody(), "Framework has been removed");
			return;
		}
		SchedulerStream stream = accepted.get();
		try {
			exchange.sendResponseHeaders(200, 0);
			stream.writeTo(exchange.getResponseBody(), this.heartbeatInterval, this.leads);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.frameworks.disconnect(stream);
		}
	}

	private void handle(HttpExchange exchange, ApiCall call, String frameworkId, @Nullable String streamId)
			throws IOException {
		Optional<SchedulerStream> stream = this.frameworks.find(frameworkId)
			.filter((connected) -> connected.subscription().master().equals(this.master));
		if (frameworkId.isEmpty()) {
			HttpReplies.sendText(exchange, 400, "Expecting 'framework_id' to be present");
		}
		else if (!this.frameworks.isKnown(frameworkId)) {
			HttpReplies.sendText(exchange, 400, "Framework cannot be found");
		}
		else if (stream.isEmpty()) {
			HttpReplies.sendText(exchange, 403, "Framework is not subscribed");
		}
		else if (streamId == null) {
			HttpReplies.sendText(exchange, 400,
					"All non-subscribe calls should include the '" + STREAM_ID + "' header");
		}
		else if (!streamId.equals(stream.get().subscription().streamId())) {
			HttpReplies.sendText(exchange, 400,
					"The stream ID included in this request didn't match the stream ID currently associated with "
							+ "framework ID " + frameworkId);
		}
		else {
			carryOut(call, stream.get());
			HttpReplies.send(exchange, 202);
		}
	}

	private void carryOut(ApiCall call, SchedulerStream stream) {
		switch (call.type()) {
			case "DECLINE" -> stream.decline(call.valuesBelow("/decline/offer_ids").toList());
			case "TEARDOWN" -> this.frameworks.remove(stream.subscription().frameworkId());
			default -> {
			}
		}
	}

}
