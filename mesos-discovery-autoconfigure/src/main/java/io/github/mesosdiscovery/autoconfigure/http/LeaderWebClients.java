package io.github.mesosdiscovery.autoconfigure.http;

import java.net.http.HttpClient;

import io.github.mesosdiscovery.http.LeaderExchangeFilterFunction;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Creates the builders of {@link WebClient}s that follow a leading master, and configures
 * those of HTTP services.
 */
@Lazy
@Import(LeaderBuilderRegistrar.class)
class LeaderWebClients implements WebClientHttpServiceGroupConfigurer {

	private final LeaderClients clients;

	private final ObjectProvider<WebClientCustomizer> customizers;

	private final ClientHttpConnectorBuilder<?> connectorBuilder;

	LeaderWebClients(LeaderClients clients, ObjectProvider<WebClientCustomizer> customizers,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder) {
		this.clients = clients;
		this.customizers = customizers;
		ClientHttpConnectorBuilder<?> builder = connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect);
		// Masters speak HTTP/1.1 only and need not be asked to upgrade.
		this.connectorBuilder = (builder instanceof JdkClientHttpConnectorBuilder jdk)
				? jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1)) : builder;
	}

	WebClient.Builder builder(String cluster) {
		WebClient.Builder builder = WebClient.builder().baseUrl(MesosLeader.BASE_URL);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return follow(builder, cluster, null);
	}

	@Override
	public int getOrder() {
		return LeaderClients.GROUP_ORDER;
	}

	@Override
	public void configureGroups(Groups<WebClient.Builder> groups) {
		groups.forEachClient((group, client) -> {
			String cluster = LeaderClients.cluster(group);
			if (cluster != null) {
				follow(client.baseUrl(this.clients.baseUrl(group.name())), cluster, group.name());
			}
		});
	}

	private WebClient.Builder follow(WebClient.Builder client, String cluster, @Nullable String group) {
		return client.clientConnector(this.connectorBuilder.build(this.clients.settings(group)))
			.filter(new LeaderExchangeFilterFunction(this.clients.locator(cluster), this.clients.waitForLeader()));
	}

}
