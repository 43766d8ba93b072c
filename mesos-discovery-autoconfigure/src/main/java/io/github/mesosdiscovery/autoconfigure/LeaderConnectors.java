package io.github.mesosdiscovery.autoconfigure;

import java.net.http.HttpClient;

import io.github.mesosdiscovery.http.LeaderClientHttpConnector;
import io.github.mesosdiscovery.http.NoLeaderFilter;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes connectors to the leader out of those of Spring Boot, whose library would follow
 * a redirect to anywhere.
 *
 * @param lookups tells which master leads
 * @param builder makes connectors of the library in use
 * @param settings the settings of {@code spring.http.clients}
 */
record LeaderConnectors(LeaderLookups lookups, ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings) {

	LeaderConnectors {
		if (builder instanceof JdkClientHttpConnectorBuilder jdk) {
			// A master speaks nothing else, and would be asked to change to HTTP/2.
			builder = jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1));
		}
	}

	WebClient.Builder connect(WebClient.Builder client, String cluster) {
		return connect(client, cluster, this.settings);
	}

	WebClient.Builder connect(WebClient.Builder client, String cluster, HttpClientSettings settings) {
		return client
			.clientConnector(new LeaderClientHttpConnector(this.lookups.of(cluster),
					this.builder.build(settings.withRedirects(HttpRedirects.DONT_FOLLOW))))
			.filter(new NoLeaderFilter());
	}

}
