package io.github.mesosdiscovery.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;

/**
 * Setup of a client of the leader.
 *
 * @param locator the locator that the client follows
 * @param waitForLeader the longest time that a request waits for a leader
 * @param baseUrl the base URL of the client
 * @param settings the settings of the HTTP library
 * @param observations the registry for the observations of the requests
 * @param seen the URIs that an interceptor or filter of the application sees
 */
record ClientSetup(MesosMasterLocator locator, Duration waitForLeader, String baseUrl, HttpClientSettings settings,
		ObservationRegistry observations, List<URI> seen) {

	static ClientSetup of(MesosMasterLocator locator) {
		return new ClientSetup(locator, Duration.ZERO, MesosLeader.BASE_URL,
				HttpClientSettings.defaults()
					.withRedirects(HttpRedirects.DONT_FOLLOW)
					.withReadTimeout(Duration.ofSeconds(30)),
				ObservationRegistry.NOOP, new CopyOnWriteArrayList<>());
	}

	ClientSetup waiting(Duration waitForLeader) {
		return new ClientSetup(this.locator, waitForLeader, this.baseUrl, this.settings, this.observations, this.seen);
	}

	ClientSetup withBaseUrl(String baseUrl) {
		return new ClientSetup(this.locator, this.waitForLeader, baseUrl, this.settings, this.observations, this.seen);
	}

	ClientSetup withTimeouts(Duration connect, Duration read) {
		return new ClientSetup(this.locator, this.waitForLeader, this.baseUrl,
				this.settings.withConnectTimeout(connect).withReadTimeout(read), this.observations, this.seen);
	}

	ClientSetup observedBy(ObservationRegistry observations) {
		return new ClientSetup(this.locator, this.waitForLeader, this.baseUrl, this.settings, observations, this.seen);
	}

}
