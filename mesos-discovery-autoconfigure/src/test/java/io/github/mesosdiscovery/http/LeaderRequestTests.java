package io.github.mesosdiscovery.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for requests to the leader, on every HTTP library.
 */
class LeaderRequestTests extends AbstractLeaderTests {

	private static final String ALL = "io.github.mesosdiscovery.http.LeaderCaller#all";

	@ParameterizedTest
	@MethodSource(ALL)
	void requestsGoToTheLeaderOfTheirMoment(LeaderCaller caller) {
		assertThat(caller.call(this.lookup, HttpMethod.GET, "/a?b= c", null)).isEqualTo("from id-1");
		this.locator.set(Masters.connected(this.second.master()));
		assertThat(caller.call(this.lookup, HttpMethod.POST, "/api/v1", "text")).isEqualTo("from id-2");
		assertThat(this.first.received())
			.containsExactly(new Received("GET", "/a?b=%20c", LeaderCaller.CREDENTIALS, ""));
		assertThat(this.second.received())
			.containsExactly(new Received("POST", "/api/v1", LeaderCaller.CREDENTIALS, "text"));
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void pathsNeedNoSlash(LeaderCaller caller) {
		caller.call(this.lookup, HttpMethod.GET, "state", null);
		caller.call(this.lookup, HttpMethod.GET, "", null);
		caller.call(this.lookup, HttpMethod.GET, "?a=b", null);
		assertThat(this.first.received()).extracting(Received::uri).containsExactly("/state", "/", "/?a=b");
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void withoutLeaderNothingIsSent(LeaderCaller caller) {
		this.locator.set(Masters.snapshot(ConnectionState.CONNECTING, null));
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> caller.call(this.lookup, HttpMethod.GET, "/", null))
			.withMessageStartingWith("No leading Mesos master: ensemble zk1:2181,zk2:2181, path /mesos");
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void requestsThatNameHostAreRefused(LeaderCaller caller) {
		for (String uri : new String[] { "http://127.0.0.1:" + this.stranger.port() + "/",
				"//127.0.0.1:" + this.stranger.port() + "/", "http://127.0.0.1:" + this.first.port() + "/" }) {
			assertThatThrownBy(() -> caller.call(this.lookup, HttpMethod.GET, uri, null))
				.hasMessageContaining("'" + uri + "' names a host");
		}
		assertThat(this.stranger.received()).isEmpty();
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void answersAreNotBuffered(LeaderCaller caller) {
		CountDownLatch arrived = new CountDownLatch(1);
		this.first.answers((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("first ".getBytes());
			exchange.getResponseBody().flush();
			exchange.getResponseBody().write(awaited(arrived) ? "second".getBytes() : "late".getBytes());
		});
		assertThat(caller.stream(this.lookup, "/api/v1/scheduler", arrived::countDown)).isEqualTo("first second");
	}

	private static boolean awaited(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
