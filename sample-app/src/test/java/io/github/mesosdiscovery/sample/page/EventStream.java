package io.github.mesosdiscovery.sample.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events like a browser, from its own connection.
 */
final class EventStream implements AutoCloseable {

	private static final int PATIENCE = 30_000;

	private final Socket socket;

	private final BufferedReader reader;

	private EventStream(Socket socket) throws IOException {
		this.socket = socket;
		this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Request events, with a version of HTTP that has no chunks.
	 */
	static EventStream open(int port) {
		try {
			Socket socket = new Socket("localhost", port);
			socket.setSoTimeout(PATIENCE);
			socket.getOutputStream()
				.write("GET /events HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			return new EventStream(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the next line of the response, headers included.
	 * @return the line, or {@code null} at the end of the response
	 */
	@Nullable String line() {
		try {
			return this.reader.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String awaitLine(Predicate<String> wanted) {
		String line = line();
		while (line != null && !wanted.test(line)) {
			line = line();
		}
		if (line == null) {
			throw new IllegalStateException("The stream has ended");
		}
		return line;
	}

	JsonNode state() {
		awaitLine("event:state"::equals);
		return new JsonMapper().readTree(awaitLine((line) -> line.startsWith("data:")).substring("data:".length()));
	}

	JsonNode awaitState(Predicate<JsonNode> wanted) {
		JsonNode state = state();
		while (!wanted.test(state)) {
			state = state();
		}
		return state;
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
