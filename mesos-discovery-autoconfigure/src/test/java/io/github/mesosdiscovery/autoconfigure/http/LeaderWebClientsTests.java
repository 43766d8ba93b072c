package io.github.mesosdiscovery.autoconfigure.http;

import java.net.URI;
import java.time.Duration;

import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MesosHttpClientAutoConfiguration.LeaderWebClients}.
 */
@Timeout(60)
class LeaderWebClientsTests {

	private final LeaderClientContexts clients = new LeaderClientContexts();

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void onlyTheQualifiedBuilderSendsToTheLeader() {
		this.clients.contextRunner().run((context) -> {
			assertThat(get(leader(context), "/state")).isEqualTo("from id-1");
			WebClient.Builder plain = context.getBean(WebClient.Builder.class);
			assertThat(get(plain, "http://127.0.0.1:" + this.clients.leader().master().port() + "/plain"))
				.isEqualTo("from id-1");
			assertThatThrownBy(() -> get(plain, "/state")).isNotNull();
			assertThatThrownBy(() -> get(leader(context), "http://localhost:1/")).hasMessageContaining("names a host");
			assertThat(this.clients.leader().received()).hasSize(2);
		});
	}

	@Test
	void uriCanBeRelative() {
		this.clients.contextRunner()
			.run((context) -> leader(context).build()
				.get()
				.uri(URI.create("state?x"))
				.retrieve()
				.toBodilessEntity()
				.block(Duration.ofSeconds(30)));
		assertThat(this.clients.leader().received()).extracting(Received::uri).containsExactly("/state?x");
	}

	@Test
	void builderHasSpringBootSettingsAndCustomizers() {
		SslBundle bundle = mock(SslBundle.class);
		this.clients.withSettings(bundle)
			.withBean(WebClientCustomizer.class,
					() -> (builder) -> builder.baseUrl("http://localhost:1").defaultHeader("Authorization", "token"))
			.run((context) -> {
				WebClient.Builder builder = leader(context);
				LeaderClientContexts.assertSettings(context, bundle);
				get(builder, "/");
				assertThat(this.clients.leader().received().get(0).authorization()).isEqualTo("token");
			});
	}

	@Test
	void requestsDoNotAskForHttp2() {
		this.clients.leader().answersWithHeader("Upgrade");
		this.clients.contextRunner()
			.withPropertyValues("spring.http.clients.reactive.connector=jdk")
			.run((context) -> assertThat(get(leader(context), "/")).isEqualTo("null"));
	}

	@Test
	void requestsDoNotWaitForALeaderByDefault() {
		this.clients.noLeader();
		this.clients.contextRunner()
			.run((context) -> assertThatExceptionOfType(NoLeadingMasterException.class)
				.isThrownBy(() -> get(leader(context), "/"))
				.withMessageStartingWith("No leading Mesos master: "));
	}

	@Test
	void userDefinedBuilderWithTheQualifierReplacesIt() {
		this.clients.contextRunner()
			.withUserConfiguration(Own.class)
			.run((context) -> assertThat(leader(context)).isSameAs(context.getBean("own")));
	}

	@Test
	void backsOffWithoutLocator() {
		this.clients.withoutLocator()
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mesosLeaderWebClientBuilder"));
	}

	private static WebClient.Builder leader(AssertableApplicationContext context) {
		return context.getBeanFactory().createBean(Injected.class).builder;
	}

	private static @Nullable String get(WebClient.Builder builder, String uri) {
		return builder.build().get().uri(uri).retrieve().bodyToMono(String.class).block(Duration.ofSeconds(30));
	}

	static class Injected {

		private final WebClient.Builder builder;

		Injected(@MesosLeader WebClient.Builder builder) {
			this.builder = builder;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		@MesosLeader
		WebClient.Builder own() {
			return WebClient.builder();
		}

	}

}
