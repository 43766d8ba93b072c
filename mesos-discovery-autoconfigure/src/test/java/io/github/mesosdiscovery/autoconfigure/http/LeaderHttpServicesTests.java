package io.github.mesosdiscovery.autoconfigure.http;

import java.time.Duration;

import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster.Received;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for HTTP services with {@link MesosLeader}.
 */
@Timeout(60)
class LeaderHttpServicesTests {

	private final LeaderClientContexts clients = new LeaderClientContexts();

	@AfterEach
	void close() {
		this.clients.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { OnRestClient.class, OnWebClient.class })
	void groupSendsToTheLeader(Class<?> configuration) {
		this.clients.contextRunner()
			.withUserConfiguration(configuration)
			.run((context) -> assertThat(context.getBean(Api.class).state("a b")).isEqualTo("from id-1"));
		assertThat(this.clients.leader().received()).extracting(Received::uri).containsExactly("/master/state?x=a%20b");
	}

	@ParameterizedTest
	@ValueSource(classes = { OnRestClient.class, OnWebClient.class })
	void groupHasItsSettingsAndCustomizers(Class<?> configuration) {
		this.clients.contextRunner()
			.withUserConfiguration(configuration, LeaderClientContexts.RecordedSettings.class)
			.withBean(RestClientCustomizer.class, () -> (builder) -> builder.defaultHeader("Authorization", "token"))
			.withBean(WebClientCustomizer.class, () -> (builder) -> builder.defaultHeader("Authorization", "token"))
			.withPropertyValues("spring.http.serviceclient.mesos.read-timeout=17s",
					"spring.http.serviceclient.mesos.base-url=/prefix", "spring.http.clients.read-timeout=99s")
			.run((context) -> {
				context.getBean(Api.class).state("");
				var settings = context.getBean(LeaderClientContexts.RecordedSettings.class).last();
				assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(17));
				assertThat(settings.redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
			});
		assertThat(this.clients.leader().received())
			.containsExactly(new Received("GET", "/prefix/master/state?x=", "token", ""));
	}

	@ParameterizedTest
	@ValueSource(classes = { OnRestClient.class, OnWebClient.class })
	void requestsOfGroupThatNamesAHostAreRefused(Class<?> configuration) {
		this.clients.contextRunner()
			.withUserConfiguration(configuration)
			.withPropertyValues("spring.http.serviceclient.mesos.base-url=http://localhost:1")
			.run((context) -> assertThatThrownBy(() -> context.getBean(Api.class).state(""))
				.hasMessageContaining("names a host"));
	}

	@Test
	void otherGroupsAreNotChanged() {
		this.clients.contextRunner()
			.withUserConfiguration(OnRestClient.class, Others.class)
			.withPropertyValues("spring.http.serviceclient.others.base-url=http://127.0.0.1:"
					+ this.clients.leader().master().port() + "/other")
			.run((context) -> assertThat(context.getBean(Other.class).get()).isEqualTo("from id-1"));
		assertThat(this.clients.leader().received()).extracting(Received::uri).containsExactly("/other/x");
	}

	@Test
	void groupsAreNotChangedWithoutLocator() {
		this.clients.withoutLocator()
			.withUserConfiguration(Others.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LeaderClients.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { OnRestClient.class, OnWebClient.class })
	void metricsNameTheClientOfAGroup(Class<?> configuration) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		this.clients.contextRunner()
			.withUserConfiguration(configuration)
			.withBean(RestClientCustomizer.class, () -> (builder) -> builder.observationRegistry(observations))
			.withBean(WebClientCustomizer.class, () -> (builder) -> builder.observationRegistry(observations))
			.withPropertyValues("spring.http.serviceclient.mesos.base-url=/prefix")
			.run((context) -> context.getBean(Api.class).state(""));
		assertThat(meters.get("http.client.requests").tag("client.name", "mesos-leader").timer().count()).isOne();
	}

	@ParameterizedTest
	@ValueSource(classes = { MixedOnRestClient.class, MixedOnWebClient.class })
	void servicesOfGroupMustHaveTheSameAnnotation(Class<?> configuration) {
		this.clients.contextRunner()
			.withUserConfiguration(configuration)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("The HTTP services of group 'mixed' share a client, but do not have the same @MesosLeader: "
						+ "{%s=@MesosLeader(\"\"), %s=none}. Annotate all of them alike, or put them into "
						+ "different groups.", Api.class.getName(), Other.class.getName()));
	}

	@MesosLeader
	@HttpExchange("/master")
	interface Api {

		@GetExchange("/state")
		String state(@RequestParam String x);

	}

	@HttpExchange
	interface Other {

		@GetExchange("/x")
		String get();

	}

	@ImportHttpServices(group = "mesos", types = Api.class)
	static class OnRestClient {

	}

	@ImportHttpServices(group = "mesos", types = Api.class, clientType = ClientType.WEB_CLIENT)
	static class OnWebClient {

	}

	@ImportHttpServices(group = "others", types = Other.class)
	static class Others {

	}

	@ImportHttpServices(group = "mixed", types = { Api.class, Other.class })
	static class MixedOnRestClient {

	}

	@ImportHttpServices(group = "mixed", types = { Api.class, Other.class }, clientType = ClientType.WEB_CLIENT)
	static class MixedOnWebClient {

	}

}
