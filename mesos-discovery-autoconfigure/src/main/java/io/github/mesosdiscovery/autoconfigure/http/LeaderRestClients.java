package io.github.mesosdiscovery.autoconfigure.http;

import java.net.http.HttpClient;

import io.github.mesosdiscovery.http.LeaderClientHttpRequestInterceptor;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Creates the builders of {@link RestClient}s that follow a leading master, and
 * configures those of HTTP services.
 */
@Lazy
@Import(LeaderBuilderRegistrar.class)
class LeaderRestClients implements RestClientHttpServiceGroupConfigurer {

	private final LeaderClients clients;

	private final ObjectProvider<RestClientBuilderConfigurer> configurer;

	private final ClientHttpRequestFactoryBuilder<?> factoryBuilder;

	LeaderRestClients(LeaderClients clients, ObjectProvider<RestClientBuilderConfigurer> configurer,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> factoryBuilder) {
		this.clients = clients;
		this.configurer = configurer;
		ClientHttpRequestFactoryBuilder<?> builder = factoryBuilder
			.getIfAvailable(ClientHttpRequestFactoryBuilder::detect);
		// Masters speak HTTP/1.1 only and need not be asked to upgrade.
		this.factoryBuilder = (builder instanceof JdkClientHttpRequestFactoryBuilder jdk)
				? jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1)) : builder;
	}

	RestClient.Builder builder(String cluster) {
		RestClient.Builder builder = RestClient.builder().baseUrl(MesosLeader.BASE_URL);
		return follow(this.configurer.getIfAvailable(RestClientBuilderConfigurer::new).configure(builder), cluster,
				null);
	}

	@Override
	public int getOrder() {
		return LeaderClients.GROUP_ORDER;
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		groups.forEachClient((group, client) -> {
			String cluster = LeaderClients.cluster(group);
			if (cluster != null) {
				follow(client.baseUrl(this.clients.baseUrl(group.name())), cluster, group.name());
			}
		});
	}

	private RestClient.Builder follow(RestClient.Builder client, String cluster, @Nullable String group) {
		return client.requestFactory(this.factoryBuilder.build(this.clients.settings(group)))
			.requestInterceptor(new LeaderClientHttpRequestInterceptor(this.clients.locator(cluster),
					this.clients.waitForLeader()));
	}

}
