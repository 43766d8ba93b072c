package io.github.mesosdiscovery.http;

import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/**
 * Takes a {@link NoLeadingMasterException} out of the exception that a {@code WebClient}
 * wraps around all that its {@link LeaderClientHttpConnector} says.
 */
public final class NoLeaderFilter implements ExchangeFilterFunction {

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).onErrorMap(WebClientRequestException.class, NoLeaderFilter::unwrap);
	}

	private static Throwable unwrap(WebClientRequestException exception) {
		return (exception.getCause() instanceof NoLeadingMasterException cause) ? cause : exception;
	}

}
