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
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link RestClient.Builder}
 * that is qualified with {@link MesosLeader} and stands on that of Spring Boot, and for
 * HTTP services with {@link MesosLeader}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class },
		afterName = { "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
				"org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration" })
@ConditionalOnClass({ RestClient.class, ClientHttpRequestFactoryBuilder.class, RestClientBuilderConfigurer.class })
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@Import(LeaderLookupConfiguration.class)
public final class MesosRestClientAutoConfiguration {

	@Bean
	@Lazy
	LeaderRequestFactories mesosLeaderRequestFactories(LeaderLookups lookups, ResourceLoader resourceLoader,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder, ObjectProvider<HttpClientSettings> settings) {
		return new LeaderRequestFactories(lookups,
				builder.getIfAvailable(() -> ClientHttpRequestFactoryBuilder.detect(resourceLoader.getClassLoader())),
				settings.getIfAvailable(HttpClientSettings::defaults));
	}

	@Bean(defaultCandidate = false)
	@MesosLeader
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnSingleCandidate(MesosMasterLocator.class)
	@ConditionalOnBean(RestClientBuilderConfigurer.class)
	@Conditional(OnMissingLeaderBean.class)
	RestClient.Builder mesosLeaderRestClientBuilder(RestClientBuilderConfigurer configurer,
			LeaderRequestFactories factories) {
		return new LeaderRestClients(configurer, factories).builder("");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean({ RestClientBuilderConfigurer.class, MesosClustersAutoConfiguration.class })
	@Import(LeaderRestClients.Registrar.class)
	static class Clusters {

		@Bean(LeaderRestClients.BEAN)
		LeaderRestClients mesosLeaderRestClients(RestClientBuilderConfigurer configurer,
				LeaderRequestFactories factories) {
			return new LeaderRestClients(configurer, factories);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(HttpServiceProxyRegistry.class)
	static class Groups {

		@Bean
		@ConditionalOnMissingBean
		LeaderRestClientGroupConfigurer mesosLeaderRestClientGroupConfigurer(LeaderRequestFactories factories,
				ObjectProvider<HttpServiceClientProperties> properties, ObjectProvider<SslBundles> bundles,
				ObjectProvider<HttpClientSettings> settings) {
			return new LeaderRestClientGroupConfigurer(factories,
					new LeaderGroupSettings(properties, bundles, settings));
		}

	}

}
