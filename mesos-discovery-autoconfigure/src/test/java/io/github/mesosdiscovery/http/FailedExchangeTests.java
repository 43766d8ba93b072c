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
import java.util.stream.Stream;

import io.netty.channel.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import reactor.netty.http.client.PrematureCloseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link FailedExchange}.
 */
class FailedExchangeTests {

	@ParameterizedTest
	@MethodSource
	void notSent(Throwable failure) {
		assertThat(FailedExchange.of(failure)).isEqualTo(FailedExchange.NOT_SENT);
		assertThat(FailedExchange.of(new IOException(new RuntimeException(failure))))
			.isEqualTo(FailedExchange.NOT_SENT);
	}

	static Stream<Throwable> notSent() {
		return Stream.of(new ConnectException(), new NoRouteToHostException(), new UnknownHostException(),
				new HttpConnectTimeoutException(""), new ConnectTimeoutException(),
				mock(HttpHostConnectException.class));
	}

	@ParameterizedTest
	@MethodSource
	void broken(Throwable failure) {
		assertThat(FailedExchange.of(failure)).isEqualTo(FailedExchange.BROKEN);
		assertThat(FailedExchange.of(new ResourceAccessException("", new IOException(failure))))
			.isEqualTo(FailedExchange.BROKEN);
	}

	static Stream<Throwable> broken() {
		return Stream.of(new IOException(), new SocketException("Connection reset"), new EOFException(),
				new NoHttpResponseException(""), new EofException(), PrematureCloseException.TEST_EXCEPTION);
	}

	@ParameterizedTest
	@MethodSource
	void other(Throwable failure) {
		assertThat(FailedExchange.of(failure)).isEqualTo(FailedExchange.OTHER);
	}

	static Stream<Throwable> other() {
		return Stream.of(new IllegalStateException(), new SocketTimeoutException("Read timed out"),
				new HttpTimeoutException(""), new IOException(new InterruptedException()),
				new IOException("Request cancelled", new CancellationException()));
	}

	@ParameterizedTest
	@CsvSource({ "GET, true", "HEAD, true", "PUT, true", "DELETE, true", "OPTIONS, true", "TRACE, true", "POST, false",
			"PATCH, false", "CONNECT, false", "SUBSCRIBE, false" })
	void brokenAllowsIdempotentMethods(String method, boolean allowed) {
		assertThat(FailedExchange.BROKEN.allowsRepetition(HttpMethod.valueOf(method))).isEqualTo(allowed);
		assertThat(FailedExchange.NOT_SENT.allowsRepetition(HttpMethod.valueOf(method))).isTrue();
		assertThat(FailedExchange.OTHER.allowsRepetition(HttpMethod.valueOf(method))).isFalse();
	}

	@Test
	void causesInCircleAreNoTrap() {
		Exception inner = new Exception();
		Exception outer = new Exception(inner);
		inner.initCause(outer);
		assertThat(FailedExchange.of(outer)).isEqualTo(FailedExchange.OTHER);
	}

}
