package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;

/**
 * Decides after which failures of any HTTP library a request may be sent again.
 */
final class RetryRule {

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
			HttpMethod.DELETE, HttpMethod.OPTIONS, HttpMethod.TRACE);

	private RetryRule() {
	}

	/**
	 * Return whether no part of the request was sent, or whether the connection broke and
	 * the method is idempotent.
	 */
	static boolean allowsRetry(HttpMethod method, Throwable failure) {
		return nothingSent(failure) || (IDEMPOTENT.contains(method) && connectionBroken(failure));
	}

	/**
	 * Return whether the connection could not be established.
	 */
	static boolean nothingSent(Throwable failure) {
		return anyCause(failure,
				(ex) -> ex instanceof ConnectException || ex instanceof NoRouteToHostException
						|| ex instanceof UnknownHostException || ex instanceof HttpConnectTimeoutException
						|| isConnectTimeout(ex));
	}

	/**
	 * HttpURLConnection, Apache HttpComponents and Jetty have one type for connect and
	 * read timeouts.
	 */
	private static boolean isConnectTimeout(Throwable ex) {
		return ex instanceof SocketTimeoutException && StringUtils.startsWithIgnoreCase(ex.getMessage(), "connect");
	}

	private static boolean connectionBroken(Throwable failure) {
		return anyCause(failure, IOException.class::isInstance)
				&& !anyCause(failure, (ex) -> ex instanceof InterruptedIOException || ex instanceof InterruptedException
						|| ex instanceof CancellationException || isTimeout(ex));
	}

	/** The read timeouts of the libraries have no common type. */
	private static boolean isTimeout(Throwable ex) {
		return ex.getClass().getName().endsWith("TimeoutException");
	}

	private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
		// Causes can form a circle.
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).anyMatch(condition);
	}

}
