package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link WebClient.Builder} that
 * is qualified with {@link MesosLeader} and has all that Spring Boot's has, and for HTTP
 * services with {@link MesosLeader}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class },
		afterName = { "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
				"org.springframework.boot.webclient.autoconfigure.service.ReactiveHttpServiceClientAutoConfiguration" })
@ConditionalOnClass({ WebClient.class, ClientHttpConnectorBuilder.class, WebClientCustomizer.class })
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@Import(LeaderLookupConfiguration.class)
public final class MesosWebClientAutoConfiguration {

	@Bean
	@Lazy
	LeaderConnectors mesosLeaderConnectors(LeaderLookups lookups, ResourceLoader resourceLoader,
			ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> settings) {
		return new LeaderConnectors(lookups,
				builder.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resourceLoader.getClassLoader())),
				settings.getIfAvailable(HttpClientSettings::defaults));
	}

	@Bean(defaultCandidate = false)
	@MesosLeader
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnSingleCandidate(MesosMasterLocator.class)
	@Conditional(OnMissingLeaderBean.class)
	WebClient.Builder mesosLeaderWebClientBuilder(ObjectProvider<WebClientCustomizer> customizers,
			LeaderConnectors connectors) {
		return new LeaderWebClients(customizers, connectors).builder("");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(MesosClustersAutoConfiguration.class)
	@Import(LeaderWebClients.Registrar.class)
	static class Clusters {

		@Bean(LeaderWebClients.BEAN)
		LeaderWebClients mesosLeaderWebClients(ObjectProvider<WebClientCustomizer> customizers,
				LeaderConnectors connectors) {
			return new LeaderWebClients(customizers, connectors);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(HttpServiceProxyRegistry.class)
	static class Groups {

		@Bean
		@ConditionalOnMissingBean
		LeaderWebClientGroupConfigurer mesosLeaderWebClientGroupConfigurer(LeaderConnectors connectors,
				ObjectProvider<HttpServiceClientProperties> properties, ObjectProvider<SslBundles> bundles,
				ObjectProvider<HttpClientSettings> settings) {
			return new LeaderWebClientGroupConfigurer(connectors,
					new LeaderGroupSettings(properties, bundles, settings));
		}

	}

}
