package io.github.mesosdiscovery.http;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/**
 * Filter function that sends the requests of a
 * {@link org.springframework.web.reactive.function.client.WebClient WebClient} to the
 * leading master. Filter functions after this one are called for each attempt, with the
 * address of the master. The connector must not follow redirects.
 */
public final class LeaderExchangeFilterFunction implements ExchangeFilterFunction {

	/** Reactor's timers do not accept the longest duration. */
	private static final Duration MAX_WAIT = Duration.ofDays(365);

	private final MesosMasterLocator locator;

	private final Duration waitForLeader;

	/**
	 * Create a new filter function.
	 * @param locator the locator of the masters
	 * @param waitForLeader the longest time that a request waits for a leader, without
	 * blocking a thread; zero does not wait
	 */
	public LeaderExchangeFilterFunction(MesosMasterLocator locator, Duration waitForLeader) {
		this.locator = locator;
		this.waitForLeader = (waitForLeader.compareTo(MAX_WAIT) > 0) ? MAX_WAIT : waitForLeader;
	}

	/**
	 * Send a request to the leading master.
	 * @return the response. The errors are a {@link NoLeadingMasterException} if no
	 * master leads within the time to wait, an {@link IllegalArgumentException} if the
	 * URI names a host, and a {@link WebClientRequestException} caused by a
	 * {@link MasterRedirectException} if a master redirects to an unknown host
	 */
	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> {
			LeaderExchange exchange = new LeaderExchange(this.locator, request.method(), request.url());
			return leader(this.waitForLeader).map(exchange::target)
				.flatMap((target) -> send(exchange, target, request, next));
		})
			.onErrorMap(MasterRedirectException.class,
					(ex) -> new WebClientRequestException(ex, request.method(), request.url(), request.headers()));
	}

	private Mono<ClientResponse> send(LeaderExchange exchange, URI target, ClientRequest request,
			ExchangeFunction next) {
		return next.exchange(ClientRequest.from(request).url(target).build())
			.onErrorResume(exchange::canRetry,
					(failure) -> retryTarget(exchange, failure)
						.flatMap((retryTarget) -> send(exchange, retryTarget, request, next)))
			.flatMap((response) -> {
				if (!LeaderExchange.isRedirect(response.statusCode())) {
					return Mono.just(response);
				}
				// Not awaited: the body of a redirect can take any time.
				response.releaseBody().onErrorComplete().subscribe();
				String location = response.headers().asHttpHeaders().getFirst(HttpHeaders.LOCATION);
				return Mono.fromCallable(() -> exchange.redirectTarget(location))
					.flatMap((redirectTarget) -> send(exchange, redirectTarget, request, next));
			});
	}

	private Mono<URI> retryTarget(LeaderExchange exchange, Throwable failure) {
		return leader(exchange.remaining(this.waitForLeader)).onErrorMap((ex) -> failure)
			.mapNotNull(exchange::retryTarget)
			.switchIfEmpty(Mono.error(failure));
	}

	private Mono<MesosMaster> leader(Duration timeout) {
		Mono<MesosMaster> nextLeader = Mono.fromSupplier(this.locator::snapshot)
			.expand((seen) -> Mono.fromFuture(() -> this.locator.changedFrom(seen)))
			.mapNotNull((snapshot) -> snapshot.leader().orElse(null))
			.next()
			.timeout(timeout, Mono.empty())
			// The locator is closed.
			.onErrorComplete(CancellationException.class);
		return Mono.defer(() -> Mono.justOrEmpty(this.locator.leader()))
			.switchIfEmpty(timeout.isZero() ? Mono.empty() : nextLeader)
			.switchIfEmpty(Mono.error(() -> new NoLeadingMasterException(timeout, this.locator.snapshot())));
	}

}
