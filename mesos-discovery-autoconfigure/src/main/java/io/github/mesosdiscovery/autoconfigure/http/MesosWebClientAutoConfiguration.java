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
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link WebClient.Builder}s that
 * are qualified with {@link MesosLeader} and are otherwise like Spring Boot's, and for
 * HTTP services with {@link MesosLeader} on a {@link WebClient}.
 */
@AutoConfiguration(after = { MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class })
@ConditionalOnClass({ WebClient.class, ClientHttpConnectorBuilder.class, WebClientCustomizer.class })
@ConditionalOnMesosDiscovery
@ConditionalOnBean(MesosMasterLocator.class)
@EnableConfigurationProperties(MesosHttpProperties.class)
@Import({ MesosBindHandler.Registrar.class, LeaderClients.class, LeaderWebClients.class })
public final class MesosWebClientAutoConfiguration {

}
