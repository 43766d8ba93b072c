package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.StubMaster.Received;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LeaderClientHttpRequestInterceptor} and
 * {@link LeaderExchangeFilterFunction}: every rule with every HTTP library.
 */
@Timeout(120)
class LeaderClientTests {

	private static final String CALLERS = "io.github.mesosdiscovery.http.LeaderCaller#all";

	private static final Duration LONG = Duration.ofSeconds(50);

	/**
	 * Not the common pool, in which clients complete responses since Java 25: on two
	 * processors, it has one thread, which the caller would block.
	 */
	private static final Executor NEW_THREAD = (task) -> new Thread(task).start();

	private final StubMaster first = new StubMaster(1);

	private final StubMaster second = new StubMaster(2);

	private final StubMaster unregistered = new StubMaster(9);

	private final ChangingLocator locator = new ChangingLocator(
			Masters.connected(this.first.master(), this.second.master()));

	private final ClientSetup setup = ClientSetup.of(this.locator);

	@AfterEach
	void close() {
		List.of(this.first, this.second, this.unregistered).forEach(StubMaster::close);
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void requestsGoToTheCurrentLeader(LeaderCaller caller) {
		assertThat(get(caller, "/a?b= c")).isEqualTo("from id-1");
		lead(this.second.master());
		assertThat(post(caller, "/api/v1", "text")).isEqualTo("from id-2");
		assertThat(this.first.received())
			.containsExactly(new Received("GET", "/a?b=%20c", LeaderCaller.CREDENTIALS, ""));
		assertThat(this.second.received())
			.containsExactly(new Received("POST", "/api/v1", LeaderCaller.CREDENTIALS, "text"));
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void leadingSlashIsOptional(LeaderCaller caller) {
		get(caller, "state");
		get(caller, "");
		get(caller, "?a=b");
		assertThat(this.first.received()).extracting(Received::uri).containsExactly("/state", "/", "/?a=b");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void baseUrlCanBeAnyPath(LeaderCaller caller) {
		for (String baseUrl : new String[] { "", "/", "/prefix", MesosLeader.BASE_URL + "/prefix" }) {
			caller.call(this.setup.withBaseUrl(baseUrl), HttpMethod.GET, "/x?a=%26", null);
		}
		assertThat(this.first.received()).extracting(Received::uri)
			.containsExactly("/x?a=%2526", "/x?a=%2526", "/prefix/x?a=%2526", "/prefix/x?a=%2526");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void requestsThatNameAHostAreRefused(LeaderCaller caller) {
		for (String uri : new String[] { "http://127.0.0.1:" + this.unregistered.port() + "/",
				"//127.0.0.1:" + this.unregistered.port() + "/", "http://127.0.0.1:" + this.first.port() + "/",
				"http://mesos-leader:" + this.unregistered.port() + "/", "http://user@mesos-leader/" }) {
			assertThatThrownBy(() -> get(caller, uri)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("names a host")
				.hasMessageNotContaining("user");
		}
		assertThat(this.unregistered.received()).isEmpty();
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void responsesAreStreamed(LeaderCaller caller) {
		CountDownLatch arrived = new CountDownLatch(1);
		this.first.answers((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("first ".getBytes());
			exchange.getResponseBody().flush();
			exchange.getResponseBody().write(awaited(arrived) ? "second".getBytes() : "late".getBytes());
		});
		assertThat(caller.stream(this.setup, "/api/v1/scheduler", arrived::countDown)).isEqualTo("first second");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void metricsNameTheClientAndTheTemplate(LeaderCaller caller) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		this.first.redirects(307, "//localhost:" + this.second.port() + "/state");
		caller.call(this.setup.observedBy(observations), HttpMethod.GET, "/state", null);
		// The observation of a WebClient ends after the response is returned.
		await().untilAsserted(() -> assertThat(meters.find("http.client.requests")
			.tags("client.name", "mesos-leader", "uri", "/state", "status", "200")
			.timer()).isNotNull().extracting(Timer::count).isEqualTo(1L));
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void applicationInterceptorsSeeTheMasterOfEachAttempt(LeaderCaller caller) {
		this.first.redirects(307, "//localhost:" + this.second.port() + "/y");
		this.second.answers((exchange) -> StubMaster.answer(exchange, 200,
				String.valueOf(exchange.getRequestHeaders().get("Seen"))));
		assertThat(get(caller, "/x")).isEqualTo("[once]");
		assertThat(this.setup.seen()).containsExactly(URI.create("http://127.0.0.1:" + this.first.port() + "/x"),
				URI.create("http://127.0.0.1:" + this.second.port() + "/y"));
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void nothingIsSentWithoutLeader(LeaderCaller caller) {
		this.locator.set(Masters.snapshot(ConnectionState.CONNECTING, null));
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(() -> get(caller, "/"))
			.withMessageStartingWith("No leading Mesos master: ensemble zk1:2181,zk2:2181, path /mesos");
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> caller.call(this.setup.waiting(Duration.ofMillis(20)), HttpMethod.GET, "/", null))
			.withMessageContaining(" within 20 ms: ");
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void requestsWaitForALeader(LeaderCaller caller) throws Exception {
		this.locator.set(Masters.connected());
		CompletableFuture<@Nullable String> response = CompletableFuture
			.supplyAsync(() -> caller.call(this.setup.waiting(LONG), HttpMethod.GET, "/", null), NEW_THREAD);
		this.locator.set(Masters.connected(Masters.unreadable(1)));
		lead(this.second.master());
		assertThat(response.get()).isEqualTo("from id-2");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectToMasterIsFollowedWithTheSameRequest(LeaderCaller caller) {
		for (int status : new int[] { 302, 307 }) {
			this.first.redirects(status, "//localhost:" + this.second.port() + "/api/v1?a=b%20c");
			assertThat(post(caller, "/api/v1?a=b c", "text")).isEqualTo("from id-2");
		}
		Received request = new Received("POST", "/api/v1?a=b%20c", LeaderCaller.CREDENTIALS, "text");
		assertThat(this.first.received()).containsExactly(request, request);
		assertThat(this.second.received()).containsExactly(request, request);
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectToHostWithUnderscoreIsFollowed(LeaderCaller caller) {
		lead(this.first.master(), StubMaster.at(2, "mesos_master_2", this.second.port()));
		this.first.redirects(307, "//mesos_master_2:" + this.second.port() + "/state?a=b");
		assertThat(get(caller, "/state?a=b")).isEqualTo("from id-2");
		assertThat(this.second.received()).extracting(Received::uri).containsExactly("/state?a=b");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectToMasterThatRegisteredMeanwhileIsFollowed(LeaderCaller caller) {
		lead(this.first.master());
		this.first.answers((exchange) -> {
			lead(this.first.master(), this.second.master());
			exchange.getResponseHeaders().set("Location", "//localhost:" + this.second.port());
			exchange.sendResponseHeaders(307, -1);
		});
		assertThat(get(caller, "/redirect")).isEqualTo("from id-2");
		assertThat(this.second.received()).extracting(Received::uri).containsExactly("/");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectIsFollowedBeforeItsBodyEnds(LeaderCaller caller) {
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		this.first.answers((exchange) -> {
			exchange.getResponseHeaders().set("Location", "//localhost:" + this.second.port() + "/");
			exchange.sendResponseHeaders(307, 0);
			exchange.getResponseBody().write("moved".getBytes());
			exchange.getResponseBody().flush();
			awaited(answered);
			ended.countDown();
		});
		assertThat(get(caller, "/")).isEqualTo("from id-2");
		assertThat(ended.getCount()).isOne();
		answered.countDown();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectToUnregisteredHostIsRefused(LeaderCaller caller) {
		for (String location : new String[] { "//localhost:" + this.unregistered.port() + "/",
				"http://127.0.0.1:" + this.unregistered.port() + "/x",
				"http://127.0.0.1:" + this.second.port() + "@127.0.0.1:" + this.unregistered.port() + "/" }) {
			this.first.redirects(307, location);
			assertRefused(caller, location, "no such master is registered");
		}
		assertThat(this.unregistered.received()).isEmpty();
		assertThat(this.second.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void redirectLoopEnds(LeaderCaller caller) {
		this.first.redirects(307, "//localhost:" + this.second.port() + "/");
		this.second.redirects(307, "//localhost:" + this.first.port() + "/");
		assertRefused(caller, "//localhost:" + this.first.port() + "/", "redirected 5 times before");
		assertThat(this.first.received().size() + this.second.received().size())
			.isEqualTo(1 + LeaderExchange.MAX_REDIRECTS);
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void otherRedirectsAreReturned(LeaderCaller caller) {
		for (int status : new int[] { 301, 303, 308 }) {
			this.first.redirects(status, "//localhost:" + this.second.port() + "/");
			assertThat(get(caller, "/")).isEqualTo("moved");
		}
		assertThat(this.second.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void refusedConnectionIsRetriedAtTheNewLeader(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.refusing()) {
			assertThat(caller.call(successively(StubMaster.at(5, port.port()), this.first.master()), HttpMethod.POST,
					"/api/v1", "text"))
				.isEqualTo("from id-1");
		}
		assertThat(this.first.received())
			.containsExactly(new Received("POST", "/api/v1", LeaderCaller.CREDENTIALS, "text"));
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void connectTimeoutIsRetriedAtTheNewLeader(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.silent()) {
			ClientSetup successively = successively(StubMaster.at(5, port.port()), this.first.master());
			assertThat(
					caller.call(successively.withTimeouts(Duration.ofMillis(500), LONG), HttpMethod.POST, "/", "text"))
				.isEqualTo("from id-1");
		}
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void readTimeoutIsNotRetried(LeaderCaller caller) {
		CountDownLatch failed = new CountDownLatch(1);
		this.first.answers((exchange) -> {
			lead(this.second.master());
			awaited(failed);
		});
		assertThatThrownBy(
				() -> caller.call(this.setup.withTimeouts(LONG, Duration.ofMillis(500)), HttpMethod.GET, "/", null))
			.isNotNull();
		failed.countDown();
		assertThat(this.second.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void requestIsNotRetriedTwiceOrAtTheSameLeader(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.refusing()) {
			MesosMaster dead = StubMaster.at(5, port.port());
			MesosMaster alsoDead = StubMaster.at(6, port.port());
			for (ClientSetup setup : List.of(successively(dead), successively(dead, alsoDead, this.first.master()))) {
				assertThatThrownBy(() -> caller.call(setup, HttpMethod.GET, "/", null)).matches(RetryRule::nothingSent);
			}
		}
		assertThat(this.first.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void retryWaitsForTheNewLeader(LeaderCaller caller) throws Exception {
		CountDownLatch withdrawn = new CountDownLatch(1);
		try (DeadPort port = DeadPort.resetting("\r\n\r\n", () -> {
			// Some libraries retry on their own.
			if (withdrawn.getCount() > 0) {
				this.locator.set(Masters.connected());
				withdrawn.countDown();
			}
		})) {
			lead(StubMaster.at(5, port.port()));
			CompletableFuture<@Nullable String> response = CompletableFuture
				.supplyAsync(() -> caller.call(this.setup.waiting(LONG), HttpMethod.GET, "/", null), NEW_THREAD);
			assertThat(awaited(withdrawn)).isTrue();
			lead(this.first.master());
			assertThat(response.get()).isEqualTo("from id-1");
		}
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void masterThatRedirectedTheRequestIsNotTriedAgain(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.refusing()) {
			lead(this.first.master(), StubMaster.at(5, port.port()));
			this.first.redirects(307, "//localhost:" + port.port() + "/");
			assertThatThrownBy(() -> get(caller, "/")).matches(RetryRule::nothingSent);
		}
		assertThat(this.first.received()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void brokenConnectionIsRetriedIfTheMethodIsIdempotent(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.resetting("\r\n\r\n", () -> lead(this.first.master()))) {
			lead(StubMaster.at(5, port.port()));
			assertThat(get(caller, "/state")).isEqualTo("from id-1");
		}
		assertThat(this.first.received()).extracting(Received::uri).containsExactly("/state");
	}

	@ParameterizedTest
	@MethodSource(CALLERS)
	void brokenConnectionIsNotRetriedForPost(LeaderCaller caller) throws IOException {
		try (DeadPort port = DeadPort.resetting("text", () -> lead(this.first.master()))) {
			lead(StubMaster.at(5, port.port()));
			assertThatThrownBy(() -> post(caller, "/", "text"))
				.matches((ex) -> !RetryRule.nothingSent(ex) && RetryRule.allowsRetry(HttpMethod.GET, ex));
		}
		assertThat(this.first.received()).isEmpty();
	}

	private @Nullable String get(LeaderCaller caller, String uri) {
		return caller.call(this.setup, HttpMethod.GET, uri, null);
	}

	private @Nullable String post(LeaderCaller caller, String uri, String body) {
		return caller.call(this.setup, HttpMethod.POST, uri, body);
	}

	private void lead(MesosMaster... masters) {
		this.locator.set(Masters.connected(masters));
	}

	private void assertRefused(LeaderCaller caller, String location, String reason) {
		assertThatThrownBy(() -> get(caller, "/")).hasCauseInstanceOf(MasterRedirectException.class)
			.hasMessageContaining("redirects to '" + location + "', and nothing was sent there")
			.hasMessageContaining(reason);
	}

	private static boolean awaited(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	/**
	 * Return a setup with a locator that has another leader each time, up to the last.
	 */
	private static ClientSetup successively(MesosMaster... leaders) {
		Queue<MasterSnapshot> snapshots = new ArrayDeque<>();
		Arrays.stream(leaders).map(Masters::connected).forEach(snapshots::add);
		return ClientSetup.of(new FakeMasterLocator(Masters.connected()) {

			@Override
			public synchronized MasterSnapshot snapshot() {
				return (snapshots.size() > 1) ? snapshots.remove() : snapshots.element();
			}

		});
	}

}
