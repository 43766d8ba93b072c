package io.github.mesosdiscovery.autoconfigure.http;

import java.net.http.HttpClient;
import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.ConditionalOnMesosDiscovery;
import io.github.mesosdiscovery.autoconfigure.MesosBindHandler;
import io.github.mesosdiscovery.autoconfigure.MesosClustersAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration;
import io.github.mesosdiscovery.http.LeaderClientHttpRequestInterceptor;
import io.github.mesosdiscovery.http.LeaderExchangeFilterFunction;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroupConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link RestClient.Builder}s and
 * {@link WebClient.Builder}s that are qualified with {@link MesosLeader} and otherwise
 * configured like Spring Boot's, and for HTTP services with {@link MesosLeader}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass({ HttpServiceGroupConfigurer.class, HttpClientSettings.class })
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@EnableConfigurationProperties(MesosHttpProperties.class)
@Import(MesosBindHandler.Registrar.class)
public final class MesosHttpClientAutoConfiguration {

	@Lazy
	@ConditionalOnClass({ RestClient.class, RestClientBuilderConfigurer.class })
	@Import(LeaderClients.Registrar.class)
	static class LeaderRestClients extends LeaderClients<RestClient.Builder>
			implements RestClientHttpServiceGroupConfigurer {

		private final RestClientBuilderConfigurer configurer;

		private final ClientHttpRequestFactoryBuilder<?> factoryBuilder;

		private final Duration waitForLeader;

		LeaderRestClients(BeanFactory beanFactory, ObjectProvider<MesosMasterLocator> locators,
				ObjectProvider<RestClientBuilderConfigurer> configurer,
				ObjectProvider<ClientHttpRequestFactoryBuilder<?>> factoryBuilder, MesosHttpProperties properties) {
			super(beanFactory, locators);
			this.configurer = configurer.getIfAvailable(RestClientBuilderConfigurer::new);
			ClientHttpRequestFactoryBuilder<?> builder = factoryBuilder
				.getIfAvailable(ClientHttpRequestFactoryBuilder::detect);
			// Masters support HTTP/1.1 only and need not be asked to upgrade.
			this.factoryBuilder = (builder instanceof JdkClientHttpRequestFactoryBuilder jdk)
					? jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1)) : builder;
			this.waitForLeader = properties.waitForLeader();
		}

		@Override
		RestClient.Builder builder(String cluster) {
			return follow(this.configurer.configure(RestClient.builder()), MesosLeader.BASE_URL, settings(null),
					locator(cluster));
		}

		@Override
		RestClient.Builder follow(RestClient.Builder builder, String baseUrl, HttpClientSettings settings,
				MesosMasterLocator locator) {
			return builder.baseUrl(baseUrl)
				.requestFactory(this.factoryBuilder.build(settings))
				.requestInterceptor(new LeaderClientHttpRequestInterceptor(locator, this.waitForLeader));
		}

	}

	@Lazy
	@ConditionalOnClass({ WebClient.class, WebClientCustomizer.class })
	@Import(LeaderClients.Registrar.class)
	static class LeaderWebClients extends LeaderClients<WebClient.Builder>
			implements WebClientHttpServiceGroupConfigurer {

		private final ObjectProvider<WebClientCustomizer> customizers;

		private final ClientHttpConnectorBuilder<?> connectorBuilder;

		private final Duration waitForLeader;

		LeaderWebClients(BeanFactory beanFactory, ObjectProvider<MesosMasterLocator> locators,
				ObjectProvider<WebClientCustomizer> customizers,
				ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder, MesosHttpProperties properties) {
			super(beanFactory, locators);
			this.customizers = customizers;
			ClientHttpConnectorBuilder<?> builder = connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect);
			// Masters support HTTP/1.1 only and need not be asked to upgrade.
			this.connectorBuilder = (builder instanceof JdkClientHttpConnectorBuilder jdk)
					? jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1)) : builder;
			this.waitForLeader = properties.waitForLeader();
		}

		@Override
		WebClient.Builder builder(String cluster) {
			WebClient.Builder builder = WebClient.builder();
			this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return follow(builder, MesosLeader.BASE_URL, settings(null), locator(cluster));
		}

		@Override
		WebClient.Builder follow(WebClient.Builder builder, String baseUrl, HttpClientSettings settings,
				MesosMasterLocator locator) {
			return builder.baseUrl(baseUrl)
				.clientConnector(this.connectorBuilder.build(settings))
				.filter(new LeaderExchangeFilterFunction(locator, this.waitForLeader));
		}

	}

}
