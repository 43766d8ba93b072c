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
 * Interceptors after this one see the address of the master, once for each attempt. The
 * request factory must not follow redirects itself.
 */
public final class LeaderClientHttpRequestInterceptor implements ClientHttpRequestInterceptor {

	private final MesosMasterLocator locator;

	private final Duration waitForLeader;

	/**
	 * Create a new interceptor.
	 * @param locator the locator that knows the leading master
	 * @param waitForLeader the longest time that a request waits for a leader, zero not
	 * to wait
	 */
	public LeaderClientHttpRequestInterceptor(MesosMasterLocator locator, Duration waitForLeader) {
		this.locator = locator;
		this.waitForLeader = waitForLeader;
	}

	/**
	 * Send a request to the leading master.
	 * @throws NoLeadingMasterException if there is no leader in time
	 * @throws IllegalArgumentException if the URI names a host
	 * @throws MasterRedirectException if a redirect is not followed
	 */
	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		LeaderExchange exchange = new LeaderExchange(this.locator, request.getMethod(), request.getURI());
		URI target = exchange.to(awaitLeader(this.waitForLeader));
		while (true) {
			ClientHttpResponse response;
			try {
				response = execution.execute(at(target, request), body);
			}
			catch (IOException ex) {
				target = retry(exchange, ex);
				continue;
			}
			if (!LeaderExchange.isRedirect(response.getStatusCode())) {
				return response;
			}
			String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
			discard(response);
			target = exchange.redirect(location);
		}
	}

	private URI retry(LeaderExchange exchange, IOException failure) throws IOException {
		if (exchange.mayRetry(failure)) {
			try {
				URI target = exchange.retry(awaitLeader(exchange.remaining(this.waitForLeader)));
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
	 * Close a response without waiting: most libraries read the rest of the body then.
	 */
	private static void discard(ClientHttpResponse response) {
		if (response.getHeaders().getContentLength() == 0) {
			response.close();
			return;
		}
		Thread thread = new Thread(response::close, "mesos-discovery-http-close");
		thread.setDaemon(true);
		// The connection can break while the rest of the body is read.
		thread.setUncaughtExceptionHandler((closing, ex) -> {
		});
		thread.start();
	}

	/** With its own headers, to which interceptors after this one can add. */
	private static HttpRequest at(URI target, HttpRequest request) {
		HttpHeaders headers = new HttpHeaders();
		headers.addAll(request.getHeaders());
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return target;
			}

			@Override
			public HttpHeaders getHeaders() {
				return headers;
			}

		};
	}

}
