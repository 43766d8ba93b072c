package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * {@link LeaderCaller} with a {@link RestClient}.
 */
record BlockingCaller(String name, ClientHttpRequestFactoryBuilder<?> builder) implements LeaderCaller {

	@Override
	public @Nullable String call(ClientSetup setup, HttpMethod method, String uri, @Nullable String body) {
		return with(setup, (client) -> {
			var request = client.method(method).uri(uri);
			return ((body != null) ? request.contentType(MediaType.TEXT_PLAIN).body(body) : request).retrieve()
				.body(String.class);
		});
	}

	@Override
	public @Nullable String stream(ClientSetup setup, String uri, Runnable whenFirst) {
		return with(setup,
				(client) -> client.get().uri(uri).exchange((request, response) -> read(response, whenFirst)));
	}

	private static String read(ClientHttpResponse response, Runnable whenFirst) throws IOException {
		InputStream in = response.getBody();
		String first = new String(in.readNBytes(1), StandardCharsets.UTF_8);
		whenFirst.run();
		return first + new String(in.readAllBytes(), StandardCharsets.UTF_8);
	}

	private @Nullable String with(ClientSetup setup, Function<RestClient, @Nullable String> call) {
		ClientHttpRequestFactory factory = this.builder.build(setup.settings());
		try {
			return call.apply(RestClient.builder()
				.baseUrl(setup.baseUrl())
				.requestFactory(factory)
				.requestInterceptor(new LeaderClientHttpRequestInterceptor(setup.locator(), setup.waitForLeader()))
				.requestInterceptor((request, body, execution) -> {
					setup.seen().add(request.getURI());
					request.getHeaders().add("Seen", "once");
					return execution.execute(request, body);
				})
				.observationRegistry(setup.observations())
				.defaultHeader("Authorization", CREDENTIALS)
				.build());
		}
		finally {
			close(factory);
		}
	}

	private static void close(ClientHttpRequestFactory factory) {
		try {
			if (factory instanceof DisposableBean disposable) {
				disposable.destroy();
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
