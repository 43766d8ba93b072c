package io.github.mesosdiscovery.http;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for clients of the leader that wait for one.
 */
@Timeout(60)
class LeaderClientWaitTests {

	private static final Duration LONG = Duration.ofSeconds(50);

	private final ChangingLocator locator = new ChangingLocator(Masters.connected());

	@Test
	void interruptFlagIsRestored() {
		ClientHttpRequestExecution execution = (request, body) -> {
			throw new IllegalStateException("There is no leader to send to");
		};
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedIOException.class)
			.isThrownBy(() -> new LeaderClientHttpRequestInterceptor(this.locator, LONG)
				.intercept(new MockClientHttpRequest(HttpMethod.GET, URI.create("/")), new byte[0], execution));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void closedLocatorEndsTheWaitOfWebClient() {
		CompletableFuture<ClientResponse> response = exchange(LONG);
		this.locator.change().cancel(false);
		assertThat(response).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(NoLeadingMasterException.class);
	}

	@Test
	void futureIsCancelledAfterTheTimeoutOfWebClient() {
		// On a slow machine the time can elapse before the wait begins.
		await().atMost(LONG).until(() -> {
			assertThat(exchange(Duration.ofMillis(20))).failsWithin(LONG)
				.withThrowableThat()
				.withCauseInstanceOf(NoLeadingMasterException.class);
			return this.locator.change().isCancelled();
		});
	}

	@Test
	void webClientAcceptsTheLongestDuration() {
		CompletableFuture<ClientResponse> response = exchange(Duration.ofSeconds(Long.MAX_VALUE));
		assertThat(response).isNotDone();
		this.locator.change().cancel(false);
		assertThat(response).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(NoLeadingMasterException.class);
	}

	private CompletableFuture<ClientResponse> exchange(Duration wait) {
		return new LeaderExchangeFilterFunction(this.locator, wait)
			.filter(ClientRequest.create(HttpMethod.GET, URI.create("/")).build(), (request) -> {
				throw new IllegalStateException("There is no leader to send to");
			})
			.toFuture();
	}

}
