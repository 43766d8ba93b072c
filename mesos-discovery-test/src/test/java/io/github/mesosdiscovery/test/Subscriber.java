package io.github.mesosdiscovery.test;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * A framework that is subscribed to a master.
 *
 * @param master the master
 * @param response the response with the events
 */
record Subscriber(SimulatedMaster master, HttpResponse<InputStream> response) implements AutoCloseable {

	/**
	 * Subscribe to a master.
	 * @param id the framework id, or an empty string for a new framework
	 */
	static Subscriber subscribe(SimulatedMaster master, String id) throws IOException, InterruptedException {
		return new Subscriber(master, Http.stream(master, call(id)));
	}

	/**
	 * Return a call whose type is not the first of that name in the document.
	 */
	static String call(String id) {
		String value = id.isEmpty() ? "" : "{\"value\": \"" + id + "\"}";
		return "{" + (id.isEmpty() ? "" : "\"framework_id\": " + value + ", ")
				+ "\"subscribe\": {\"framework_info\": {\"capabilities\": [{\"type\": \"MULTI_ROLE\"}], "
				+ (id.isEmpty() ? "" : "\"id\": " + value + ", ")
				+ "\"user\": \"nobody\", \"name\": \"a \\\"name\\\"\"}}, \"type\": \"SUBSCRIBE\"}";
	}

	String streamId() {
		return this.response.headers().firstValue("Mesos-Stream-Id").orElseThrow();
	}

	/**
	 * Return the next event.
	 * @throws EOFException if the stream has ended as it should
	 * @throws IOException if the stream was cut
	 */
	String event() throws IOException {
		InputStream in = this.response.body();
		int length = 0;
		for (int digit = in.read(); digit != '\n'; digit = in.read()) {
			if (digit < 0) {
				throw new EOFException();
			}
			length = length * 10 + digit - '0';
		}
		return new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

	/**
	 * Return the id in the first event.
	 */
	String frameworkId() throws IOException {
		return event()
			.replaceFirst("^\\{\"type\":\"SUBSCRIBED\",\"subscribed\":\\{\"framework_id\":\\{\"value\":\"", "")
			.replaceFirst("\".*", "");
	}

	/**
	 * Skip events up to one of the given type.
	 */
	String awaitEvent(String type) throws IOException {
		for (int i = 0; i < 100; i++) {
			String event = event();
			if (event.startsWith("{\"type\":\"" + type + "\"")) {
				return event;
			}
		}
		throw new IllegalStateException("100 events, and none of type " + type);
	}

	/**
	 * Send a call and return the status of the response.
	 */
	int call(String streamId, String call) throws IOException, InterruptedException {
		HttpRequest.Builder request = Http.request(this.master, "/api/v1/scheduler")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(call));
		if (!streamId.isEmpty()) {
			request.header("Mesos-Stream-Id", streamId);
		}
		return Http.send(request.build()).statusCode();
	}

	@Override
	public void close() throws IOException {
		this.response.body().close();
	}

}
