package io.github.mesosdiscovery.http;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.HttpMethod;

/**
 * A client of the leader on one of the HTTP libraries that Spring Boot supports. Each
 * call has connections of its own.
 */
interface LeaderCaller {

	HttpClientSettings SETTINGS = HttpClientSettings.defaults()
		.withRedirects(HttpRedirects.DONT_FOLLOW)
		.withReadTimeout(Duration.ofSeconds(30));

	String CREDENTIALS = "Basic c2VjcmV0";

	static Stream<LeaderCaller> all() {
		return Stream.concat(blocking(), reactive());
	}

	static Stream<LeaderCaller> blocking() {
		return Stream.of(new BlockingCaller("RestClient on the JDK", ClientHttpRequestFactoryBuilder.jdk()),
				new BlockingCaller("RestClient on HttpURLConnection", ClientHttpRequestFactoryBuilder.simple()),
				new BlockingCaller("RestClient on Apache", ClientHttpRequestFactoryBuilder.httpComponents()),
				new BlockingCaller("RestClient on Jetty", ClientHttpRequestFactoryBuilder.jetty()),
				new BlockingCaller("RestClient on Reactor Netty", ClientHttpRequestFactoryBuilder.reactor()));
	}

	static Stream<LeaderCaller> reactive() {
		return Stream.of(new ReactiveCaller("WebClient on the JDK", ClientHttpConnectorBuilder.jdk()),
				new ReactiveCaller("WebClient on Apache", ClientHttpConnectorBuilder.httpComponents()),
				new ReactiveCaller("WebClient on Jetty", ClientHttpConnectorBuilder.jetty()),
				new ReactiveCaller("WebClient on Reactor Netty", ClientHttpConnectorBuilder.reactor()));
	}

	/**
	 * Send a request with {@link #CREDENTIALS}.
	 * @return the body of the answer
	 */
	@Nullable String call(LeaderLookup lookup, HttpMethod method, String uri, @Nullable String body);

	/**
	 * Send a GET.
	 * @param whenFirst called as soon as there is something of the body
	 * @return the body of the answer
	 */
	@Nullable String stream(LeaderLookup lookup, String uri, Runnable whenFirst);

}
