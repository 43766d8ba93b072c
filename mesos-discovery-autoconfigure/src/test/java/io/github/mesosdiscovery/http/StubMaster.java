package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * HTTP server that stands for a master, and records its requests.
 */
public final class StubMaster implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final MesosMaster master;

	private volatile HttpHandler handler = (exchange) -> answer(exchange, 200, "from " + name());

	public StubMaster(int sequence) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.master = at(sequence, this.server.getAddress().getPort());
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * Return a master with the host name {@code localhost} that is reached by its
	 * address.
	 */
	static MesosMaster at(int sequence, int port) {
		return at(sequence, "localhost", port);
	}

	static MesosMaster at(int sequence, String hostname, int port) {
		MesosMaster some = Masters.master(sequence);
		return new MesosMaster(some.znode(), sequence, some.epoch(), some.id(), hostname, "127.0.0.1", port,
				"master@127.0.0.1:" + port, "1.11.0", URI.create("http://127.0.0.1:" + port), null, List.of(),
				some.masterInfo());
	}

	public MesosMaster master() {
		return this.master;
	}

	String name() {
		return this.master.id();
	}

	int port() {
		return this.master.port();
	}

	public List<Received> received() {
		return this.received;
	}

	public StubMaster answers(HttpHandler handler) {
		this.handler = handler;
		return this;
	}

	public StubMaster answersWithHeader(String name) {
		return answers(
				(exchange) -> answer(exchange, 200, String.valueOf(exchange.getRequestHeaders().getFirst(name))));
	}

	StubMaster redirects(int status, @Nullable String location) {
		return answers((exchange) -> {
			if (location != null) {
				exchange.getResponseHeaders().set("Location", location);
			}
			answer(exchange, status, "moved");
		});
	}

	static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/plain");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders().getFirst("Authorization"),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			this.handler.handle(exchange);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	public record Received(String method, String uri, @Nullable String authorization, String body) {

	}

}
