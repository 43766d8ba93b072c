package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Interceptor that sends the requests of a
 * {@link org.springframework.web.client.RestClient RestClient} to the leading master.
 * Interceptors after this one are called for each attempt, with the address of the
 * master. The request factory must not follow redirects.
 */
public final class LeaderClientHttpRequestInterceptor implements ClientHttpRequestInterceptor {

	private final MesosMasterLocator locator;

	private final Duration waitForLeader;

	/**
	 * Create a new interceptor.
	 * @param locator the locator of the masters
	 * @param waitForLeader the longest time that a request waits for a leader; zero does
	 * not wait
	 */
	public LeaderClientHttpRequestInterceptor(MesosMasterLocator locator, Duration waitForLeader) {
		this.locator = locator;
		this.waitForLeader = waitForLeader;
	}

	/**
	 * Send a request to the leading master.
	 * @throws NoLeadingMasterException if no master leads within the time to wait
	 * @throws IllegalArgumentException if the URI names a host
	 * @throws MasterRedirectException if a master redirects to an unknown host
	 */
	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		LeaderExchange exchange = new LeaderExchange(this.locator, request.getMethod(), request.getURI());
		URI target = exchange.target(awaitLeader(this.waitForLeader));
		while (true) {
			ClientHttpResponse response;
			try {
				response = execution.execute(withUri(request, target), body);
			}
			catch (IOException ex) {
				target = retryTarget(exchange, ex);
				continue;
			}
			if (!LeaderExchange.isRedirect(response.getStatusCode())) {
				return response;
			}
			String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
			discard(response);
			target = exchange.redirectTarget(location);
		}
	}

	private URI retryTarget(LeaderExchange exchange, IOException failure) throws IOException {
		if (exchange.canRetry(failure)) {
			try {
				URI target = exchange.retryTarget(awaitLeader(exchange.remaining(this.waitForLeader)));
				if (target != null) {
					return target;
				}
			}
			catch (NoLeadingMasterException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private MesosMaster awaitLeader(Duration timeout) throws InterruptedIOException {
		Optional<MesosMaster> leader = this.locator.leader();
		if (leader.isPresent()) {
			return leader.get();
		}
		try {
			return this.locator.awaitLeader(timeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for a leading Mesos master");
		}
	}

	/**
	 * Close a response without waiting for the rest of its body. Most HTTP libraries read
	 * it when the response is closed, and Apache HttpComponents also when the body is. A
	 * redirect of Mesos itself has no body.
	 */
	private static void discard(ClientHttpResponse response) {
		if (response.getHeaders().getContentLength() == 0) {
			response.close();
			return;
		}
		Thread thread = new Thread(response::close, "mesos-discovery-http-close");
		thread.setDaemon(true);
		thread.setUncaughtExceptionHandler((closing, ex) -> {
		});
		thread.start();
	}

	/** Headers that an interceptor adds are those of one attempt. */
	private static HttpRequest withUri(HttpRequest request, URI uri) {
		HttpHeaders headers = HttpHeaders.copyOf(request.getHeaders());
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return uri;
			}

			@Override
			public HttpHeaders getHeaders() {
				return headers;
			}

		};
	}

}
