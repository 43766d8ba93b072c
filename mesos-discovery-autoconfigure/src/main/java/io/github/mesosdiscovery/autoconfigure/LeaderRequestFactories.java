package io.github.mesosdiscovery.autoconfigure;

import java.net.http.HttpClient;

import io.github.mesosdiscovery.http.LeaderClientHttpRequestFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.web.client.RestClient;

/**
 * Makes request factories for the leader out of those of Spring Boot, whose library would
 * follow a redirect to anywhere.
 *
 * @param lookups tells which master leads
 * @param builder makes request factories of the library in use
 * @param settings the settings of {@code spring.http.clients}
 */
record LeaderRequestFactories(LeaderLookups lookups, ClientHttpRequestFactoryBuilder<?> builder,
		HttpClientSettings settings) {

	LeaderRequestFactories {
		if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			// A master speaks nothing else, and would be asked to change to HTTP/2.
			builder = jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1));
		}
	}

	RestClient.Builder connect(RestClient.Builder client, String cluster) {
		return connect(client, cluster, this.settings);
	}

	RestClient.Builder connect(RestClient.Builder client, String cluster, HttpClientSettings settings) {
		return client.requestFactory(new LeaderClientHttpRequestFactory(this.lookups.of(cluster),
				this.builder.build(settings.withRedirects(HttpRedirects.DONT_FOLLOW))));
	}

}
