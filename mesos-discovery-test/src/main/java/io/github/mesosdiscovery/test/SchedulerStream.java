package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.jspecify.annotations.Nullable;

/**
 * The events of one subscription, each in a record as Mesos' {@code docs/recordio.md}
 * defines it.
 */
final class SchedulerStream {

	private static final String ALLOCATION = "\"allocation_info\":{\"role\":\"*\"}";

	private static final String RESOURCES = "\"resources\":[" + resource("cpus", "4.0") + ","
			+ resource("mem", "8192.0") + "]";

	private final SchedulerSubscription subscription;

	private final Supplier<String> offerIds;

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile @Nullable String error;

	/** {@code null} while nothing is offered. */
	private volatile @Nullable String offer;

	/**
	 * Create a stream.
	 * @param offerIds supplies the id of each offer
	 */
	SchedulerStream(SchedulerSubscription subscription, Supplier<String> offerIds) {
		this.subscription = subscription;
		this.offerIds = offerIds;
	}

	SchedulerSubscription subscription() {
		return this.subscription;
	}

	/**
	 * Let the resources of an offer be offered again with the next heartbeat.
	 */
	void decline(Collection<String> offers) {
		String offer = this.offer;
		if (offer != null && offers.contains(offer)) {
			this.offer = null;
		}
	}

	/**
	 * End the stream.
	 * @param error the message of a last event, or {@code null} without one
	 */
	void end(@Nullable String error) {
		this.error = error;
		this.ended.countDown();
	}

	/**
	 * Write events until the stream ends.
	 * @param leads whether the master still leads; a real one exits when it does not
	 */
	void writeTo(OutputStream out, Duration heartbeatInterval, BooleanSupplier leads)
			throws IOException, InterruptedException {
		write(out, subscribed(heartbeatInterval));
		do {
			write(out, "{\"type\":\"HEARTBEAT\"}");
			if (this.offer == null) {
				String offer = this.offerIds.get();
				this.offer = offer;
				write(out, offers(offer));
			}
		}
		while (!this.ended.await(heartbeatInterval.toNanos(), TimeUnit.NANOSECONDS) && leads.getAsBoolean());
		String error = this.error;
		if (error != null) {
			writeError(out, error);
		}
	}

	/**
	 * Write the event that refuses or ends a subscription.
	 */
	static void writeError(OutputStream out, String message) throws IOException {
		write(out, "{\"type\":\"ERROR\",\"error\":{\"message\":\"" + message + "\"}}");
	}

	private static void write(OutputStream out, String event) throws IOException {
		byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
		out.write((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
		out.write(bytes);
		out.flush();
	}

	private String subscribed(Duration heartbeatInterval) {
		return "{\"type\":\"SUBSCRIBED\",\"subscribed\":{" + frameworkId() + ",\"heartbeat_interval_seconds\":"
				+ heartbeatInterval.toMillis() / 1000.0 + ",\"master_info\":"
				+ MasterInfoJson.write(this.subscription.master().info()) + "}}";
	}

	private String offers(String id) {
		return "{\"type\":\"OFFERS\",\"offers\":{\"offers\":[{\"id\":{\"value\":\"" + id + "\"}," + frameworkId()
				+ ",\"agent_id\":{\"value\":\"simulated-agent\"},\"hostname\":\"localhost\"," + ALLOCATION + ","
				+ RESOURCES + "}]}}";
	}

	private String frameworkId() {
		return "\"framework_id\":{\"value\":\"" + this.subscription.frameworkId() + "\"}";
	}

	private static String resource(String name, String value) {
		return "{" + ALLOCATION + ",\"name\":\"" + name + "\",\"role\":\"*\",\"scalar\":{\"value\":" + value
				+ "},\"type\":\"SCALAR\"}";
	}

}
