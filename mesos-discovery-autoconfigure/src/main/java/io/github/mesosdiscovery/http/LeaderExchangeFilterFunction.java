package io.github.mesosdiscovery.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

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
 * leading master. Filters after this one see the address of the master, once for each
 * attempt. The connector must not follow redirects itself.
 */
public final class LeaderExchangeFilterFunction implements ExchangeFilterFunction {

	/** Reactor's timers cannot count the longest duration. */
	private static final Duration MAX_WAIT = Duration.ofDays(365);

	private final MesosMasterLocator locator;

	private final Duration waitForLeader;

	/**
	 * Create a new filter function.
	 * @param locator the locator that knows the leading master
	 * @param waitForLeader the longest time that a request waits for a leader, zero not
	 * to wait. No thread is blocked meanwhile
	 */
	public LeaderExchangeFilterFunction(MesosMasterLocator locator, Duration waitForLeader) {
		this.locator = locator;
		this.waitForLeader = (waitForLeader.compareTo(MAX_WAIT) > 0) ? MAX_WAIT : waitForLeader;
	}

	/**
	 * Send a request to the leading master.
	 * @return the response, or a {@link NoLeadingMasterException} if there is no leader
	 * in time, or an {@link IllegalArgumentException} if the URI names a host, or a
	 * {@link WebClientRequestException} by a {@link MasterRedirectException} if a
	 * redirect is not followed
	 */
	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> {
			LeaderExchange exchange = new LeaderExchange(this.locator, request.method(), request.url());
			return leader(this.waitForLeader).flatMap((leader) -> send(exchange, exchange.to(leader), request, next));
		})
			.onErrorMap(MasterRedirectException.class,
					(ex) -> new WebClientRequestException(ex, request.method(), request.url(), request.headers()));
	}

	private Mono<ClientResponse> send(LeaderExchange exchange, URI target, ClientRequest request,
			ExchangeFunction next) {
		return next.exchange(ClientRequest.from(request).url(target).build())
			.onErrorResume(exchange::mayRetry,
					(failure) -> retry(exchange, failure)
						.flatMap((newTarget) -> send(exchange, newTarget, request, next)))
			.flatMap((response) -> {
				if (!LeaderExchange.isRedirect(response.statusCode())) {
					return Mono.just(response);
				}
				// Not waited for: the body of a redirect may take any time.
				response.releaseBody().onErrorComplete().subscribe();
				String location = response.headers().asHttpHeaders().getFirst(HttpHeaders.LOCATION);
				return Mono.fromCallable(() -> exchange.redirect(location))
					.flatMap((newTarget) -> send(exchange, newTarget, request, next));
			});
	}

	private Mono<URI> retry(LeaderExchange exchange, Throwable failure) {
		return leader(exchange.remaining(this.waitForLeader)).onErrorMap((ex) -> failure)
			.mapNotNull(exchange::retry)
			.switchIfEmpty(Mono.error(failure));
	}

	private Mono<MesosMaster> leader(Duration timeout) {
		return Mono.defer(() -> {
			Optional<MesosMaster> leader = this.locator.leader();
			return (leader.isPresent() || timeout.isZero()) ? Mono.justOrEmpty(leader) : nextLeader(timeout);
		}).switchIfEmpty(Mono.error(() -> new NoLeadingMasterException(timeout, this.locator.snapshot())));
	}

	private Mono<MesosMaster> nextLeader(Duration timeout) {
		return Mono.fromSupplier(this.locator::snapshot)
			.expand((seen) -> Mono.fromFuture(() -> this.locator.changedFrom(seen)))
			.mapNotNull((snapshot) -> snapshot.leader().orElse(null))
			.next()
			.timeout(timeout)
			// Cancelled: the locator was closed.
			.onErrorComplete((ex) -> ex instanceof TimeoutException || ex instanceof CancellationException);
	}

}
