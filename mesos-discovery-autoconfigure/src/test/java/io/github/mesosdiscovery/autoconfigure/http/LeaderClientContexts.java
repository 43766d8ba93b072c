package io.github.mesosdiscovery.autoconfigure.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.StubMaster;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.service.ReactiveHttpServiceClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Application contexts with the HTTP clients of Spring Boot, and a leader.
 */
final class LeaderClientContexts implements AutoCloseable {

	private final StubMaster leader = new StubMaster(1);

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected(this.leader.master()));

	StubMaster leader() {
		return this.leader;
	}

	void noLeader() {
		this.locator.set(Masters.snapshot(ConnectionState.CONNECTING, null));
	}

	FakeMasterLocator locator() {
		return this.locator;
	}

	ApplicationContextRunner withoutLocator() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, WebClientAutoConfiguration.class,
				HttpServiceClientPropertiesAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
				ReactiveHttpServiceClientAutoConfiguration.class, MesosHttpClientAutoConfiguration.class));
	}

	ApplicationContextRunner contextRunner() {
		return withoutLocator().withBean("locator", MesosMasterLocator.class, () -> this.locator);
	}

	/**
	 * With Spring Boot's settings of HTTP clients, which {@link #assertSettings} expects.
	 */
	ApplicationContextRunner withSettings(SslBundle bundle) {
		SslBundles bundles = mock(SslBundles.class);
		given(bundles.getBundle("masters")).willReturn(bundle);
		return contextRunner().withUserConfiguration(RecordedSettings.class)
			.withBean(SslBundles.class, () -> bundles)
			.withPropertyValues("spring.http.clients.read-timeout=17s", "spring.http.clients.ssl.bundle=masters",
					"spring.http.clients.redirects=follow");
	}

	/**
	 * All but the redirects, which the HTTP library never follows.
	 */
	static void assertSettings(AssertableApplicationContext context, SslBundle bundle) {
		HttpClientSettings settings = context.getBean(RecordedSettings.class).last();
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(17));
		assertThat(settings.sslBundle()).isSameAs(bundle);
		assertThat(settings.redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
	}

	@Override
	public void close() {
		this.leader.close();
	}

	/**
	 * Builders for the JDK's HTTP library that record their settings.
	 */
	@Configuration(proxyBeanMethods = false)
	static class RecordedSettings {

		private final List<HttpClientSettings> settings = new ArrayList<>();

		@Bean
		ClientHttpRequestFactoryBuilder<?> recordingFactoryBuilder() {
			return (settings) -> {
				this.settings.add((settings != null) ? settings : HttpClientSettings.defaults());
				return ClientHttpRequestFactoryBuilder.jdk().build(settings);
			};
		}

		@Bean
		ClientHttpConnectorBuilder<?> recordingConnectorBuilder() {
			return (settings) -> {
				this.settings.add((settings != null) ? settings : HttpClientSettings.defaults());
				return ClientHttpConnectorBuilder.jdk().build(settings);
			};
		}

		HttpClientSettings last() {
			return this.settings.get(this.settings.size() - 1);
		}

		List<Duration> readTimeouts() {
			return this.settings.stream().map(HttpClientSettings::readTimeout).toList();
		}

	}

}
