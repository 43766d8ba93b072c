package io.github.mesosdiscovery.http;

import java.net.URI;
import java.util.function.Function;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Sends requests to the leading Mesos master, for a {@code WebClient}, by the rules of
 * {@link LeaderClientHttpRequestFactory}. No thread waits for a leader, and a body is
 * subscribed to again when the request is sent again.
 * <p>
 * As safe for use by several threads as the connector that it stands on.
 */
public final class LeaderClientHttpConnector implements ClientHttpConnector {

	/** Of what a master says beside a redirect; it says nothing as a rule. */
	private static final long MOST_BYTES = 65536;

	private final ReactiveLeaderLookup lookup;

	private final ClientHttpConnector delegate;

	/**
	 * Create a new connector.
	 * @param lookup tells which master leads
	 * @param delegate sends the requests to the masters; it must not follow redirects
	 * itself
	 */
	public LeaderClientHttpConnector(LeaderLookup lookup, ClientHttpConnector delegate) {
		this.lookup = new ReactiveLeaderLookup(lookup);
		this.delegate = delegate;
	}

	/**
	 * Send a request to the leader.
	 * @param method the method
	 * @param uri path and query
	 * @param requestCallback writes the request, once for each master that it is sent to
	 * @return the answer, or a {@link io.github.mesosdiscovery.NoLeadingMasterException}
	 * where there is no leader, or an {@link IllegalArgumentException} if the URI names a
	 * host
	 */
	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return Mono.defer(() -> {
			MasterUris.requirePath(uri);
			return new Exchange(method, uri, requestCallback).start();
		});
	}

	private final class Exchange {

		private final long start = System.nanoTime();

		private final HttpMethod method;

		private final Function<? super ClientHttpRequest, Mono<Void>> requestCallback;

		private final Route route;

		Exchange(HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
			this.method = method;
			this.requestCallback = requestCallback;
			this.route = new Route(LeaderClientHttpConnector.this.lookup.locator(), method, uri);
		}

		Mono<ClientHttpResponse> start() {
			return LeaderClientHttpConnector.this.lookup.await(this.start)
				.flatMap((leader) -> send(this.route.to(leader)));
		}

		private Mono<ClientHttpResponse> send(URI target) {
			return LeaderClientHttpConnector.this.delegate.connect(this.method, target, this.requestCallback)
				.onErrorResume(this::repeat)
				.flatMap(this::follow);
		}

		private Mono<ClientHttpResponse> follow(ClientHttpResponse response) {
			if (!Route.isRedirect(response.getStatusCode())) {
				return Mono.just(response);
			}
			String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
			return DataBufferUtils.takeUntilByteCount(response.getBody(), MOST_BYTES)
				.doOnNext(DataBufferUtils.releaseConsumer())
				.onErrorComplete()
				.then(Mono.fromCallable(() -> this.route.redirected(location, true)))
				.flatMap(this::send);
		}

		private Mono<ClientHttpResponse> repeat(Throwable failure) {
			if (!this.route.mayRepeat(failure, true)) {
				return Mono.error(failure);
			}
			return LeaderClientHttpConnector.this.lookup.await(this.start)
				.onErrorResume((ex) -> Mono.error(failure))
				.filter(this.route::isNew)
				.switchIfEmpty(Mono.error(failure))
				.flatMap((leader) -> send(this.route.repeat(leader)));
		}

	}

}
