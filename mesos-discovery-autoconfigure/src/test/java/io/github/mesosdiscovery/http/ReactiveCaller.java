package io.github.mesosdiscovery.http;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * {@link LeaderCaller} with a {@link WebClient}.
 */
record ReactiveCaller(String name, ClientHttpConnectorBuilder<?> builder) implements LeaderCaller {

	private static final Duration LIMIT = Duration.ofSeconds(40);

	@Override
	public @Nullable String call(ClientSetup setup, HttpMethod method, String uri, @Nullable String body) {
		return with(setup, (client) -> {
			var request = client.method(method).uri(uri);
			return ((body != null) ? request.contentType(MediaType.TEXT_PLAIN).bodyValue(body) : request).retrieve()
				.bodyToMono(String.class);
		});
	}

	@Override
	public @Nullable String stream(ClientSetup setup, String uri, Runnable whenFirst) {
		return with(setup,
				(client) -> client.get()
					.uri(uri)
					.retrieve()
					.bodyToFlux(DataBuffer.class)
					.map(ReactiveCaller::text)
					.doOnNext((text) -> whenFirst.run())
					.reduce(String::concat));
	}

	private static String text(DataBuffer buffer) {
		String text = buffer.toString(StandardCharsets.UTF_8);
		DataBufferUtils.release(buffer);
		return text;
	}

	private @Nullable String with(ClientSetup setup, Function<WebClient, Mono<String>> call) {
		List<HttpClient> jettys = new ArrayList<>();
		ClientHttpConnector connector = ((this.builder instanceof JettyClientHttpConnectorBuilder jetty)
				? jetty.withHttpClientCustomizer(jettys::add) : this.builder)
			.build(setup.settings());
		try {
			return call.apply(WebClient.builder()
				.baseUrl(setup.baseUrl())
				.clientConnector(connector)
				.filter(new LeaderExchangeFilterFunction(setup.locator(), setup.waitForLeader()))
				.filter((request, next) -> {
					setup.seen().add(request.url());
					return next.exchange(ClientRequest.from(request).header("Seen", "once").build());
				})
				.observationRegistry(setup.observations())
				.defaultHeader("Authorization", CREDENTIALS)
				.build()).block(LIMIT);
		}
		finally {
			close(connector, jettys);
		}
	}

	private static void close(ClientHttpConnector connector, List<HttpClient> jettys) {
		try {
			if (connector instanceof Closeable closeable) {
				closeable.close();
			}
			for (HttpClient jetty : jettys) {
				jetty.stop();
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
