package io.github.mesosdiscovery.http;

import java.io.IOException;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for redirects of requests to the leader, on every HTTP library.
 */
class LeaderRedirectTests extends AbstractLeaderTests {

	private static final String ALL = "io.github.mesosdiscovery.http.LeaderCaller#all";

	@ParameterizedTest
	@MethodSource(ALL)
	void knownMasterGetsTheSameRequest(LeaderCaller caller) {
		for (int status : new int[] { 302, 307 }) {
			this.first.redirects(status, "//localhost:" + this.second.port() + "/api/v1?a=b");
			assertThat(caller.call(this.lookup, HttpMethod.POST, "/api/v1?a=b", "text")).isEqualTo("from id-2");
		}
		Received request = new Received("POST", "/api/v1?a=b", LeaderCaller.CREDENTIALS, "text");
		assertThat(this.first.received()).containsExactly(request, request);
		assertThat(this.second.received()).containsExactly(request, request);
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void strangerGetsNothing(LeaderCaller caller) {
		for (String location : new String[] { "//localhost:" + this.stranger.port() + "/",
				"http://127.0.0.1:" + this.stranger.port() + "/x",
				"http://127.0.0.1:" + this.second.port() + "@127.0.0.1:" + this.stranger.port() + "/" }) {
			this.first.redirects(307, location);
			refused(caller, location, "no such master is registered");
		}
		assertThat(this.stranger.received()).isEmpty();
		assertThat(this.second.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void circlesEnd(LeaderCaller caller) {
		this.first.redirects(307, "//localhost:" + this.second.port() + "/");
		this.second.redirects(307, "//localhost:" + this.first.port() + "/");
		refused(caller, "//localhost:" + this.first.port() + "/", "one redirect too many");
		assertThat(this.first.received().size() + this.second.received().size()).isEqualTo(1 + Route.MOST_REDIRECTS);
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void otherRedirectsAreAnswers(LeaderCaller caller) {
		for (int status : new int[] { 301, 303, 308 }) {
			this.first.redirects(status, "//localhost:" + this.second.port() + "/");
			assertThat(caller.call(this.lookup, HttpMethod.GET, "/", null)).isEqualTo("moved");
		}
		assertThat(this.second.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void mastersThatCameMeanwhileAreKnown(LeaderCaller caller) {
		this.locator.set(Masters.connected(this.first.master()));
		this.first.answers((exchange) -> {
			this.locator.set(Masters.connected(this.first.master(), this.second.master()));
			exchange.getResponseHeaders().set("Location", "//localhost:" + this.second.port());
			exchange.sendResponseHeaders(307, -1);
		});
		assertThat(caller.call(this.lookup, HttpMethod.GET, "/redirect", null)).isEqualTo("from id-2");
		assertThat(this.second.received()).extracting(Received::uri).containsExactly("/");
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.http.LeaderCaller#blocking")
	void bodyThatCannotBeSentAgainIsNot(BlockingCaller caller) throws IOException {
		String location = "//localhost:" + this.second.port() + "/";
		this.first.redirects(307, location);
		assertThatThrownBy(() -> caller.send(this.lookup, HttpMethod.POST, "/", OneTimeBody.of("text")))
			.hasMessageContaining("cannot be sent again");
		assertThat(this.first.received()).extracting(Received::body).containsExactly("text");
		assertThat(this.second.received()).isEmpty();
	}

	private void refused(LeaderCaller caller, @Nullable String location, String reason) {
		assertThatThrownBy(() -> caller.call(this.lookup, HttpMethod.GET, "/", null))
			.hasCauseInstanceOf(MasterRedirectException.class)
			.hasMessageContaining("redirects to '" + location + "', and nothing was sent there")
			.hasMessageContaining(reason);
	}

}
