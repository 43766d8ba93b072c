package io.github.mesosdiscovery.autoconfigure;

import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/**
 * Makes the {@code RestClient.Builder} for the leader of a cluster.
 *
 * @param configurer Spring Boot's own settings
 * @param factories connects to the leader
 */
record LeaderRestClients(RestClientBuilderConfigurer configurer, LeaderRequestFactories factories) {

	static final String BEAN = "mesosLeaderRestClients";

	RestClient.Builder builder(String cluster) {
		return this.factories.connect(this.configurer.configure(RestClient.builder()), cluster);
	}

	static final class Registrar extends ClusterBuilderRegistrar {

		Registrar(Environment environment) {
			super(environment, BEAN, RestClient.Builder.class);
		}

	}

}
