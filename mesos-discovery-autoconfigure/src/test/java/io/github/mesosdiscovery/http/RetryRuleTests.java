package io.github.mesosdiscovery.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryRule}.
 */
class RetryRuleTests {

	@ParameterizedTest
	@MethodSource
	void connectFailureAllowsRetry(Throwable failure) {
		assertThat(RetryRule.nothingSent(failure)).isTrue();
		assertThat(RetryRule.allowsRetry(HttpMethod.POST, new IOException(new RuntimeException(failure)))).isTrue();
	}

	static Stream<Throwable> connectFailureAllowsRetry() {
		return Stream.of(new ConnectException(), new NoRouteToHostException(), new UnknownHostException(),
				new HttpConnectTimeoutException(""), new SocketTimeoutException("connect timed out"));
	}

	@ParameterizedTest
	@MethodSource
	void brokenConnectionAllowsRetryIfIdempotent(Throwable failure) {
		assertThat(RetryRule.nothingSent(failure)).isFalse();
		assertThat(RetryRule.allowsRetry(HttpMethod.GET, new RuntimeException(failure))).isTrue();
		assertThat(RetryRule.allowsRetry(HttpMethod.POST, failure)).isFalse();
	}

	static Stream<Throwable> brokenConnectionAllowsRetryIfIdempotent() {
		return Stream.of(new IOException(), new SocketException("Connection reset"), new EOFException());
	}

	@ParameterizedTest
	@MethodSource
	void otherFailuresDoNotAllowRetry(Throwable failure) {
		assertThat(RetryRule.allowsRetry(HttpMethod.GET, failure)).isFalse();
	}

	static Stream<Throwable> otherFailuresDoNotAllowRetry() {
		Exception inner = new Exception();
		Exception circle = new Exception(inner);
		inner.initCause(circle);
		return Stream.of(circle, new IllegalStateException(), new SocketTimeoutException("Read timed out"),
				new SocketTimeoutException(), new HttpTimeoutException(""), new IOException(new TimeoutException()),
				new IOException(ReadTimeoutException.INSTANCE), new IOException(new InterruptedException()),
				new IOException("Request cancelled", new CancellationException()));
	}

	@ParameterizedTest
	@CsvSource({ "GET, true", "HEAD, true", "PUT, true", "DELETE, true", "OPTIONS, true", "TRACE, true", "POST, false",
			"PATCH, false", "CONNECT, false", "SUBSCRIBE, false" })
	void methodsAreIdempotentAsSpecified(HttpMethod method, boolean allowed) {
		assertThat(RetryRule.allowsRetry(method, new EOFException())).isEqualTo(allowed);
	}

}
