package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;

/**
 * The settings of a group of HTTP services, as Spring Boot takes them from
 * {@code spring.http.serviceclient} and {@code spring.http.clients}.
 */
final class LeaderGroupSettings {

	private final @Nullable HttpServiceClientProperties properties;

	private final HttpClientSettingsPropertyMapper mapper;

	LeaderGroupSettings(ObjectProvider<HttpServiceClientProperties> properties, ObjectProvider<SslBundles> bundles,
			ObjectProvider<HttpClientSettings> settings) {
		this.properties = properties.getIfAvailable();
		this.mapper = new HttpClientSettingsPropertyMapper(bundles.getIfAvailable(), settings.getIfAvailable());
	}

	HttpClientSettings of(String group) {
		return this.mapper.map((this.properties != null) ? this.properties.get(group) : null);
	}

}
