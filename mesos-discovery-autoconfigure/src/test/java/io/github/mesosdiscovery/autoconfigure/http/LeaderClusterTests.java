package io.github.mesosdiscovery.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.LeaderClientHttpRequestInterceptor;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for clients of the leader in an application, against simulated masters.
 */
@Timeout(240)
class LeaderClusterTests {

	private static final String SUBSCRIBE = """
			{"type": "SUBSCRIBE", "subscribe": {"framework_info": {"user": "nobody", "name": "test"}}}""";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final TestMesosCluster cluster = TestMesosCluster.builder().http().masters(3).start();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.NONE)
		.properties("spring.main.banner-mode=off", "mesos.discovery.zk=" + this.cluster.mechanism(),
				"mesos.discovery.http.wait-for-leader=60s")
		.run();

	private Clients clients;

	@BeforeEach
	void find() {
		this.clients = this.context.getBean(Clients.class);
	}

	@AfterEach
	void close() {
		this.context.close();
		this.cluster.close();
	}

	@Test
	void clientsFollowTheLeader() {
		for (int i = 0; i < 2; i++) {
			String leader = this.cluster.leader().orElseThrow().info().getId();
			await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
				assertThat(this.clients.restClient.get().uri("/state").retrieve().body(String.class)).contains(leader);
				assertThat(this.clients.webClient.get().uri("/state").retrieve().bodyToMono(String.class).block(LIMIT))
					.contains(leader);
				assertThat(this.clients.api.state()).containsEntry("id", leader);
			});
			this.cluster.killLeader();
		}
	}

	@Test
	void followersPointToTheLeader() throws InterruptedException {
		MesosMasterLocator locator = this.context.getBean(MesosMasterLocator.class);
		MesosMaster leader = locator.awaitLeader(LIMIT);
		await().atMost(LIMIT).until(() -> locator.masters().size() == 3);
		List<MesosMaster> masters = locator.masters();
		RestClient outdated = RestClient.builder()
			.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
				.build(HttpClientSettings.defaults().withRedirects(HttpRedirects.DONT_FOLLOW)))
			.requestInterceptor(new LeaderClientHttpRequestInterceptor(
					new FakeMasterLocator(Masters.connected(masters.get(2), masters.get(1), masters.get(0))),
					Duration.ZERO))
			.build();
		assertThat(outdated.get().uri("/master/state").retrieve().body(String.class)).contains(leader.id());
		assertThat(outdated.post()
			.uri("/api/v1")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"type\": \"GET_MASTER\"}")
			.retrieve()
			.body(String.class)).contains(leader.id());
	}

	@Test
	void restClientReadsStreamUntilTheLeaderDies() {
		String events = this.clients.restClient.post()
			.uri("/api/v1/scheduler")
			.contentType(MediaType.APPLICATION_JSON)
			.body(SUBSCRIBE)
			.exchangeForRequiredValue((request, response) -> untilTheLeaderDies(response));
		assertThat(events).contains("SUBSCRIBED", "HEARTBEAT");
	}

	private String untilTheLeaderDies(ClientHttpResponse response) throws IOException {
		StringBuilder events = new StringBuilder();
		InputStream in = response.getBody();
		byte[] bytes = new byte[1024];
		try {
			for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
				boolean alive = events.indexOf("HEARTBEAT") < 0;
				events.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
				if (alive && events.indexOf("HEARTBEAT") >= 0) {
					this.cluster.killLeader();
				}
			}
		}
		catch (IOException ex) {
			// The connection was closed.
		}
		return events.toString();
	}

	@Test
	void webClientReadsStreamUntilTheLeaderDies() throws InterruptedException {
		StringBuffer events = new StringBuffer();
		CountDownLatch ended = new CountDownLatch(1);
		Disposable subscription = this.clients.webClient.post()
			.uri("/api/v1/scheduler")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(SUBSCRIBE)
			.exchangeToFlux((response) -> response.body((message, context) -> message.getBody()))
			.doFinally((signal) -> ended.countDown())
			.subscribe((buffer) -> {
				events.append(buffer.toString(StandardCharsets.UTF_8));
				DataBufferUtils.release(buffer);
			}, (ex) -> events.append(" cut off"));
		await().atMost(LIMIT).until(() -> events.indexOf("SUBSCRIBED") >= 0 && events.indexOf("HEARTBEAT") >= 0);
		assertThat(ended.getCount()).isOne();
		this.cluster.killLeader();
		assertThat(ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		subscription.dispose();
	}

	@MesosLeader
	@HttpExchange
	interface Api {

		@GetExchange("/state")
		Map<String, Object> state();

	}

	static class Clients {

		private final RestClient restClient;

		private final WebClient webClient;

		private final Api api;

		Clients(@MesosLeader RestClient.Builder restClient, @MesosLeader WebClient.Builder webClient, Api api) {
			this.restClient = restClient.build();
			this.webClient = webClient.build();
			this.api = api;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "mesos", types = Api.class)
	@Import(Clients.class)
	static class Application {

	}

}
