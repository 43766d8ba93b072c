package io.github.mesosdiscovery.autoconfigure.http;

import io.github.mesosdiscovery.autoconfigure.MesosClustersAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosLeader} with the name of a cluster.
 */
@Timeout(60)
class LeaderOfClusterTests {

	private final LeaderClientContexts clients = new LeaderClientContexts();

	private final StubMaster eastern = new StubMaster(2);

	private final ApplicationContextRunner contextRunner = this.clients.contextRunner()
		.withConfiguration(AutoConfigurations.of(MesosClustersAutoConfiguration.class))
		.withPropertyValues("mesos.discovery.clusters.east.zk=127.0.0.1:" + this.eastern.master().port());

	@AfterEach
	void close() {
		this.clients.close();
		this.eastern.close();
	}

	@Test
	void buildersSendToTheLeaderOfTheirCluster() {
		this.contextRunner.withBean(Builders.class).run((context) -> {
			Builders builders = context.getBean(Builders.class);
			assertThat(get(builders.main)).isEqualTo("from id-1");
			assertThat(get(builders.east)).isEqualTo("from id-2");
			assertThat(builders.reactiveEast.build().get().uri("/x").retrieve().bodyToMono(String.class).block())
				.isEqualTo("from id-2");
			assertThat(context.getBean(RestClient.Builder.class)).isNotSameAs(builders.east);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { OnRestClient.class, OnWebClient.class })
	void groupSendsToTheLeaderOfItsCluster(Class<?> configuration) {
		this.contextRunner.withUserConfiguration(configuration)
			.run((context) -> assertThat(context.getBean(East.class).state()).isEqualTo("from id-2"));
	}

	@Test
	void userDefinedBuilderReplacesThatOfItsCluster() {
		this.contextRunner.withUserConfiguration(Own.class).withBean(Builders.class).run((context) -> {
			Builders builders = context.getBean(Builders.class);
			assertThat(builders.east).isSameAs(context.getBean("own"));
			assertThat(get(builders.main)).isEqualTo("from id-1");
		});
	}

	@Test
	void buildersNeedNoMainCluster() {
		String port = ".zk=127.0.0.1:" + this.eastern.master().port();
		this.clients.withoutLocator()
			.withConfiguration(
					AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class, MesosClustersAutoConfiguration.class))
			.withPropertyValues("mesos.discovery.clusters.east" + port, "mesos.discovery.clusters.west" + port)
			.withBean(OnlyEast.class)
			.run((context) -> assertThat(get(context.getBean(OnlyEast.class).east)).isEqualTo("from id-2"));
	}

	@Test
	void noFurtherBuilderWithoutFurtherCluster() {
		this.clients.contextRunner()
			.run((context) -> assertThat(context.getBeanNamesForType(RestClient.Builder.class))
				.containsExactlyInAnyOrder("restClientBuilder", "mesosLeaderRestClientBuilder"));
	}

	private static String get(RestClient.Builder builder) {
		return String.valueOf(builder.build().get().uri("/x").retrieve().body(String.class));
	}

	@MesosLeader("east")
	@HttpExchange
	interface East {

		@GetExchange("/state")
		String state();

	}

	static class Builders {

		private final RestClient.Builder main;

		private final RestClient.Builder east;

		private final WebClient.Builder reactiveEast;

		Builders(@MesosLeader RestClient.Builder main, @MesosLeader("east") RestClient.Builder east,
				@MesosLeader("east") WebClient.Builder reactiveEast) {
			this.main = main;
			this.east = east;
			this.reactiveEast = reactiveEast;
		}

	}

	static class OnlyEast {

		private final RestClient.Builder east;

		OnlyEast(@MesosLeader("east") RestClient.Builder east) {
			this.east = east;
		}

	}

	@ImportHttpServices(group = "east", types = East.class)
	static class OnRestClient {

	}

	@ImportHttpServices(group = "east", types = East.class, clientType = ClientType.WEB_CLIENT)
	static class OnWebClient {

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		@MesosLeader("east")
		RestClient.Builder own() {
			return RestClient.builder();
		}

	}

}
