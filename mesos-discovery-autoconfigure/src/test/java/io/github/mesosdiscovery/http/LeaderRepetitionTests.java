package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.util.stream.Stream;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for requests that find no master, or lose it, on every HTTP library.
 */
class LeaderRepetitionTests extends AbstractLeaderTests {

	private static final String ALL = "io.github.mesosdiscovery.http.LeaderCaller#all";

	private final DeadPort refusing = DeadPort.refusing();

	private final MesosMaster dead = StubMaster.at(5, this.refusing.port());

	LeaderRepetitionTests() throws IOException {
	}

	@AfterEach
	void closePort() throws IOException {
		this.refusing.close();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void refusedConnectionIsTriedOnceMoreAtTheNewLeader(LeaderCaller caller) {
		assertThat(caller.call(successively(this.dead, this.first.master()), HttpMethod.POST, "/api/v1", "text"))
			.isEqualTo("from id-1");
		assertThat(this.first.received())
			.containsExactly(new Received("POST", "/api/v1", LeaderCaller.CREDENTIALS, "text"));
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void refusedConnectionIsNotTriedAgainAtTheSameLeader(LeaderCaller caller) {
		assertThatThrownBy(() -> caller.call(successively(this.dead), HttpMethod.GET, "/", null))
			.matches((ex) -> FailedExchange.of(ex) == FailedExchange.NOT_SENT);
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void refusedConnectionIsTriedOnceMoreOnly(LeaderCaller caller) {
		MesosMaster other = StubMaster.at(6, this.refusing.port());
		assertThatThrownBy(
				() -> caller.call(successively(this.dead, other, this.first.master()), HttpMethod.GET, "/", null))
			.matches((ex) -> FailedExchange.of(ex) == FailedExchange.NOT_SENT);
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void brokenConnectionIsTriedOnceMoreWhereThatDoesNoHarm(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.resetting("\r\n\r\n",
				() -> this.locator.set(Masters.connected(this.first.master())))) {
			this.locator.set(Masters.connected(StubMaster.at(5, port.port())));
			assertThat(caller.call(this.lookup, HttpMethod.GET, "/state", null)).isEqualTo("from id-1");
		}
		assertThat(this.first.received()).extracting(Received::uri).containsExactly("/state");
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void brokenConnectionIsNotTriedAgainWhereThatDoesHarm(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.resetting("text",
				() -> this.locator.set(Masters.connected(this.first.master())))) {
			this.locator.set(Masters.connected(StubMaster.at(5, port.port())));
			assertThatThrownBy(() -> caller.call(this.lookup, HttpMethod.POST, "/", "text"))
				.matches((ex) -> FailedExchange.of(ex) == FailedExchange.BROKEN);
		}
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(ALL)
	void masterThatPointedHereIsNotAskedAgain(LeaderCaller caller) {
		this.locator.set(Masters.connected(this.first.master(), this.dead));
		this.first.redirects(307, "//localhost:" + this.dead.port() + "/");
		assertThatThrownBy(() -> caller.call(this.lookup, HttpMethod.GET, "/", null))
			.matches((ex) -> FailedExchange.of(ex) == FailedExchange.NOT_SENT);
		assertThat(this.first.received()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("connectingFirst")
	void bodyThatNobodyAskedForCanBeSentAgain(BlockingCaller caller) {
		assertThat(
				caller.send(successively(this.dead, this.first.master()), HttpMethod.POST, "/", OneTimeBody.of("text")))
			.isEqualTo("from id-1");
		assertThat(this.first.received()).extracting(Received::body).containsExactly("text");
	}

	/**
	 * Jetty asks for the body before it connects.
	 */
	static Stream<LeaderCaller> connectingFirst() {
		return LeaderCaller.blocking().filter((caller) -> !caller.toString().contains("Jetty"));
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.http.LeaderCaller#blocking")
	void bodyThatHasGoneIsNotSentAgain(BlockingCaller caller) throws IOException {
		try (DeadPort port = DeadPort.resetting("the body",
				() -> this.locator.set(Masters.connected(this.first.master())))) {
			this.locator.set(Masters.connected(StubMaster.at(5, port.port())));
			assertThatThrownBy(() -> caller.send(this.lookup, HttpMethod.PUT, "/", OneTimeBody.of("the body")))
				.matches((ex) -> FailedExchange.of(ex) == FailedExchange.BROKEN);
		}
		assertThat(this.first.received()).isEmpty();
	}

}
