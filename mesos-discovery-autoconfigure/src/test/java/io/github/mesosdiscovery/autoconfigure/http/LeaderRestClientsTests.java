package io.github.mesosdiscovery.autoconfigure.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.autoconfigure.http.MesosHttpClientAutoConfiguration.LeaderRestClients;
import io.github.mesosdiscovery.autoconfigure.http.MesosHttpClientAutoConfiguration.LeaderWebClients;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

/**
 * Tests for {@link MesosHttpClientAutoConfiguration.LeaderRestClients}.
 */
@Timeout(60)
class LeaderRestClientsTests {

	private final LeaderClientContexts clients = new LeaderClientContexts();

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void onlyTheQualifiedBuilderSendsToTheLeader() {
		this.clients.contextRunner().withUserConfiguration(Injected.class).run((context) -> {
			Injected.Builders builders = context.getBean(Injected.Builders.class);
			assertThat(get(builders.leader(), "/state")).isEqualTo("from id-1");
			assertThat(get(builders.plain(), "http://127.0.0.1:" + this.clients.leader().master().port() + "/plain"))
				.isEqualTo("from id-1");
			assertThatIllegalArgumentException().isThrownBy(() -> get(builders.leader(), "http://localhost:1/"))
				.withMessageContaining("names a host");
		});
	}

	@Test
	void namesOfImportedBeansDoNotMatter() {
		this.clients.contextRunner()
			.withInitializer((context) -> context.getBeanFactory()
				.registerSingleton(AnnotationConfigUtils.CONFIGURATION_BEAN_NAME_GENERATOR,
						new AnnotationBeanNameGenerator()))
			.run((context) -> assertThat(get(leader(context), "/")).isEqualTo("from id-1"));
	}

	@Test
	void uriCanBeRelative() {
		this.clients.contextRunner()
			.run((context) -> leader(context).build().get().uri(URI.create("state?x")).retrieve().toBodilessEntity());
		assertThat(this.clients.leader().received()).extracting(Received::uri).containsExactly("/state?x");
	}

	@Test
	void clientsAreCreatedWhenTheyAreInjected() {
		this.clients.contextRunner().run((context) -> {
			ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
			assertThat(beanFactory.containsSingleton(LeaderRestClients.class.getName())).isFalse();
			assertThat(beanFactory.containsSingleton(LeaderWebClients.class.getName())).isFalse();
			assertThat(get(leader(context), "/")).isEqualTo("from id-1");
			assertThat(beanFactory.containsSingleton(LeaderRestClients.class.getName())).isTrue();
		});
	}

	@Test
	void springBootBuilderIsFoundByType() {
		this.clients.contextRunner().run((context) -> {
			RestClient.Builder found = context.getBean(RestClient.Builder.class);
			assertThatThrownBy(() -> get(found, "/")).isNotNull();
			assertThat(this.clients.leader().received()).isEmpty();
		});
	}

	@Test
	void builderHasSpringBootSettingsAndCustomizers() {
		SslBundle bundle = mock(SslBundle.class);
		this.clients.withSettings(bundle)
			.withBean(RestClientCustomizer.class,
					() -> (builder) -> builder.baseUrl("http://localhost:1").defaultHeader("Authorization", "token"))
			.run((context) -> {
				RestClient.Builder builder = leader(context);
				LeaderClientContexts.assertSettings(context, bundle);
				get(builder, "/");
				assertThat(this.clients.leader().received().get(0).authorization()).isEqualTo("token");
			});
	}

	@Test
	void requestsDoNotAskForHttp2() {
		this.clients.leader().answersWithHeader("Upgrade");
		this.clients.contextRunner()
			.withPropertyValues("spring.http.clients.imperative.factory=jdk")
			.run((context) -> assertThat(get(leader(context), "/")).isEqualTo("null"));
	}

	@Test
	void requestsWaitForALeaderIfConfigured() {
		this.clients.noLeader();
		this.clients.contextRunner()
			.run((context) -> assertThatExceptionOfType(NoLeadingMasterException.class)
				.isThrownBy(() -> get(leader(context), "/")));
		this.clients.contextRunner().withPropertyValues("mesos.discovery.http.wait-for-leader=50s").run((context) -> {
			Thread thread = new Thread(
					() -> this.clients.locator().set(Masters.connected(this.clients.leader().master())));
			thread.start();
			assertThat(get(leader(context), "/")).isEqualTo("from id-1");
			thread.join();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Own.class, OwnNoDefaultCandidate.class })
	void userDefinedBuilderWithTheQualifierReplacesIt(Class<?> configuration) {
		this.clients.contextRunner()
			.withUserConfiguration(configuration)
			.run((context) -> assertThat(leader(context)).isSameAs(context.getBean("own")));
	}

	@Test
	void userDefinedBuilderWithoutTheQualifierDoesNotReplaceIt() {
		this.clients.contextRunner()
			.withBean("own", RestClient.Builder.class, () -> RestClient.builder().baseUrl("http://localhost:1"))
			.run((context) -> assertThat(get(leader(context), "/")).isEqualTo("from id-1"));
	}

	@Test
	void builderCanBeMocked() {
		this.clients.contextRunner().run((context) -> {
			RestClient.Builder builder = leader(context);
			MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
			server.expect(requestTo(this.clients.leader().master().uri() + "/master/state"))
				.andRespond(withSuccess("mocked", MediaType.TEXT_PLAIN));
			assertThat(get(builder, "/master/state")).isEqualTo("mocked");
			server.verify();
		});
	}

	@Test
	void customizerInterceptorSeesTheBaseUrlAndBuilderInterceptorTheMaster() {
		List<URI> seen = new ArrayList<>();
		ClientHttpRequestInterceptor interceptor = (request, body, execution) -> {
			seen.add(request.getURI());
			return execution.execute(request, body);
		};
		this.clients.contextRunner()
			.withBean(RestClientCustomizer.class, () -> (builder) -> builder.requestInterceptor(interceptor))
			.run((context) -> get(leader(context).requestInterceptor(interceptor), "/x"));
		assertThat(seen).containsExactly(URI.create("http://mesos-leader/x"),
				URI.create(this.clients.leader().master().uri() + "/x"));
	}

	@Test
	void backsOffWithoutLocator() {
		this.clients.withoutLocator()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("mesosLeaderRestClientBuilder")
				.doesNotHaveBean(LeaderClients.class));
	}

	@Test
	void injectedBuilderNeedsASingleLocator() {
		ApplicationContextRunner two = this.clients.contextRunner()
			.withBean("another", MesosMasterLocator.class, () -> new FakeMasterLocator(Masters.connected()));
		two.run((context) -> assertThat(context).hasNotFailed());
		two.withUserConfiguration(Injected.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasMessageContaining("locator,another"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.clients.contextRunner()
			.withPropertyValues("mesos.discovery.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("mesosLeaderRestClientBuilder")
				.doesNotHaveBean(LeaderClients.class));
	}

	private static RestClient.Builder leader(AssertableApplicationContext context) {
		return context.getBeanFactory().createBean(Injected.Leader.class).builder();
	}

	private static String get(RestClient.Builder builder, String uri) {
		return String.valueOf(builder.build().get().uri(uri).retrieve().body(String.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		@Bean
		Builders builders(@MesosLeader RestClient.Builder leader, RestClient.Builder plain) {
			return new Builders(leader, plain);
		}

		record Builders(RestClient.Builder leader, RestClient.Builder plain) {

		}

		static class Leader {

			private final RestClient.Builder builder;

			Leader(@MesosLeader RestClient.Builder builder) {
				this.builder = builder;
			}

			RestClient.Builder builder() {
				return this.builder;
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnNoDefaultCandidate {

		@Bean(defaultCandidate = false)
		@MesosLeader
		RestClient.Builder own() {
			return RestClient.builder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		@MesosLeader
		RestClient.Builder own() {
			return RestClient.builder();
		}

	}

}
