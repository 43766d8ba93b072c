package io.github.mesosdiscovery.autoconfigure.http;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.ConditionalOnMesosDiscovery;
import io.github.mesosdiscovery.autoconfigure.MesosBindHandler;
import io.github.mesosdiscovery.autoconfigure.MesosClustersAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosHttpProperties;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link RestClient.Builder}s that
 * are qualified with {@link MesosLeader} and are otherwise like Spring Boot's, and for
 * HTTP services with {@link MesosLeader} on a {@link RestClient}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass({ RestClient.class, ClientHttpRequestFactoryBuilder.class, RestClientBuilderConfigurer.class })
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@EnableConfigurationProperties(MesosHttpProperties.class)
@Import({ MesosBindHandler.Registrar.class, LeaderClients.class, LeaderRestClients.class })
public final class MesosRestClientAutoConfiguration {

}
