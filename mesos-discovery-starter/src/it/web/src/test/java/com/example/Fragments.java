package com.example;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderClientHttpRequestInterceptor;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.mockito.BDDMockito.given;

/**
 * Fragments of the documentation, which are compiled here.
 */
class Fragments {

	RestClient authenticate(RestClient.Builder builder, String principal, String secret) {
		RestClient leader = builder.defaultHeaders((headers) -> headers.setBasicAuth(principal, secret)).build();
		return leader;
	}

	RestClient withoutSpringBoot(MesosMasterLocator locator) {
		HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
		RestClient leader = RestClient.builder()
			.baseUrl(MesosLeader.BASE_URL)
			.requestFactory(new JdkClientHttpRequestFactory(http))
			.requestInterceptor(new LeaderClientHttpRequestInterceptor(locator, Duration.ofSeconds(5)))
			.build();
		return leader;
	}

	void stub(MesosMasterLocator locator, MesosMaster master) {
		given(locator.leader()).willReturn(Optional.of(master));
		given(locator.snapshot()).willReturn(MasterSnapshot.of(master));
	}

}
