package io.github.mesosdiscovery.http;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.HttpMethod;

/**
 * Client of the leader with one of the HTTP libraries that Spring Boot supports. Each
 * call opens its own connections.
 */
interface LeaderCaller {

	String CREDENTIALS = "Basic c2VjcmV0";

	static Stream<LeaderCaller> all() {
		return Stream.of(new BlockingCaller("RestClient on the JDK", ClientHttpRequestFactoryBuilder.jdk()),
				new BlockingCaller("RestClient on HttpURLConnection", ClientHttpRequestFactoryBuilder.simple()),
				new BlockingCaller("RestClient on Apache", ClientHttpRequestFactoryBuilder.httpComponents()),
				new BlockingCaller("RestClient on Jetty", ClientHttpRequestFactoryBuilder.jetty()),
				new BlockingCaller("RestClient on Reactor Netty", ClientHttpRequestFactoryBuilder.reactor()),
				new ReactiveCaller("WebClient on the JDK", ClientHttpConnectorBuilder.jdk()),
				new ReactiveCaller("WebClient on Apache", ClientHttpConnectorBuilder.httpComponents()),
				new ReactiveCaller("WebClient on Jetty", ClientHttpConnectorBuilder.jetty()),
				new ReactiveCaller("WebClient on Reactor Netty", ClientHttpConnectorBuilder.reactor()));
	}

	/**
	 * Send a request with {@link #CREDENTIALS}.
	 * @param setup how the client is set up
	 * @param method the method
	 * @param uri the template of the URI
	 * @param body the body of the request
	 * @return the body of the response
	 */
	@Nullable String call(ClientSetup setup, HttpMethod method, String uri, @Nullable String body);

	/**
	 * Send a GET.
	 * @param setup how the client is set up
	 * @param uri the template of the URI
	 * @param whenFirst called when the first byte of the body arrives
	 * @return the body of the response
	 */
	@Nullable String stream(ClientSetup setup, String uri, Runnable whenFirst);

}
