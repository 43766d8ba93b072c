package io.github.mesosdiscovery.sample.framework;

import java.nio.charset.StandardCharsets;

/**
 * Events of the scheduler API.
 */
final class Events {

	static final String HEARTBEAT = "{\"type\":\"HEARTBEAT\"}";

	private Events() {
	}

	static String subscribed(String id, double heartbeatInterval) {
		return "{\"type\":\"SUBSCRIBED\",\"subscribed\":{\"framework_id\":{\"value\":\"" + id
				+ "\"},\"heartbeat_interval_seconds\":" + heartbeatInterval + "}}";
	}

	static String offers(String... ids) {
		StringBuilder offers = new StringBuilder();
		for (String id : ids) {
			offers.append(offers.isEmpty() ? "" : ",").append("{\"id\":{\"value\":\"" + id + "\"}}");
		}
		return "{\"type\":\"OFFERS\",\"offers\":{\"offers\":[" + offers + "]}}";
	}

	static String error(String message) {
		return "{\"type\":\"ERROR\",\"error\":{\"message\":\"" + message + "\"}}";
	}

	static String record(String event) {
		return event.getBytes(StandardCharsets.UTF_8).length + "\n" + event;
	}

}
