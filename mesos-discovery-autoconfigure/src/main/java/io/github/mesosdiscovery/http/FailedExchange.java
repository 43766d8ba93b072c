package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;

/**
 * What a failure says of the request that it ended, whichever library it comes from.
 */
enum FailedExchange {

	/**
	 * There was no connection: nothing of the request has been sent.
	 */
	NOT_SENT,

	/**
	 * The connection broke: the master may have got the request, or not.
	 */
	BROKEN,

	/**
	 * No connection is to blame, or the time that the request had is over.
	 */
	OTHER;

	private static final Set<Class<? extends Throwable>> NO_CONNECTION = Set.of(ConnectException.class,
			NoRouteToHostException.class, UnknownHostException.class, HttpConnectTimeoutException.class);

	private static final Set<Class<? extends Throwable>> NO_TIME = Set.of(InterruptedIOException.class,
			HttpTimeoutException.class, InterruptedException.class, CancellationException.class);

	/** Those whose second request changes nothing that the first has not. */
	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
			HttpMethod.DELETE, HttpMethod.OPTIONS, HttpMethod.TRACE);

	static FailedExchange of(Throwable failure) {
		if (has(failure, NO_CONNECTION)) {
			return NOT_SENT;
		}
		return (has(failure, NO_TIME) || !has(failure, Set.of(IOException.class))) ? OTHER : BROKEN;
	}

	boolean allowsRepetition(HttpMethod method) {
		return this == NOT_SENT || (this == BROKEN && IDEMPOTENT.contains(method));
	}

	private static boolean has(Throwable failure, Set<Class<? extends Throwable>> types) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(20)
			.anyMatch((ex) -> types.stream().anyMatch((type) -> type.isInstance(ex)));
	}

}
