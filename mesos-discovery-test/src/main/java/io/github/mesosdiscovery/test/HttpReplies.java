package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;

/**
 * Responses of simulated masters.
 */
final class HttpReplies {

	static final String JSON = "application/json";

	private HttpReplies() {
	}

	static void send(HttpExchange exchange, int status) throws IOException {
		exchange.sendResponseHeaders(status, -1);
	}

	static void sendText(HttpExchange exchange, int status, String text) throws IOException {
		send(exchange, status, "text/plain", text);
	}

	static void sendJson(HttpExchange exchange, String json) throws IOException {
		send(exchange, 200, JSON, json);
	}

	private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

}
