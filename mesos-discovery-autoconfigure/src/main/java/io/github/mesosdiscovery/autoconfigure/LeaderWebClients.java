package io.github.mesosdiscovery.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes the {@code WebClient.Builder} for the leader of a cluster.
 *
 * @param customizers all customizers of the application
 * @param connectors connects to the leader
 */
record LeaderWebClients(ObjectProvider<WebClientCustomizer> customizers, LeaderConnectors connectors) {

	static final String BEAN = "mesosLeaderWebClients";

	WebClient.Builder builder(String cluster) {
		WebClient.Builder builder = WebClient.builder();
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return this.connectors.connect(builder, cluster);
	}

	static final class Registrar extends ClusterBuilderRegistrar {

		Registrar(Environment environment) {
			super(environment, BEAN, WebClient.Builder.class);
		}

	}

}
