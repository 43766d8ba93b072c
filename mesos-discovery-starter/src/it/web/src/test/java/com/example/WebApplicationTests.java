package com.example;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mesos.discovery.wait-for-leader=30s")
class WebApplicationTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension(TestMesosCluster.builder().masters(3).http());

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
		registry.add("mesos.discovery.clusters.east.zk", () -> mesos.cluster().mechanism());
	}

	@LocalServerPort
	private int port;

	@Test
	void showsTheLeader() {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(get("/actuator/mesos").get("leader")).asString().contains("id=" + leaderId());
			assertThat(get("/actuator/health")).containsEntry("status", "UP");
			assertThat(get("/actuator/health").get("components")).asString().contains("mesos={", "id=" + leaderId());
		});
	}

	@Test
	void talksToTheLeader(@Autowired LeaderState state) {
		assertThat(state.state()).contains(leaderId());
		mesos.cluster().killLeader();
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(state.state()).contains(leaderId()));
	}

	@Test
	void talksToTheLeaderOfAnotherCluster(@Autowired EastState east) {
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(east.state()).contains(leaderId()));
	}

	@Test
	void readsAStreamOfTheLeader(@Autowired SchedulerStream stream) throws InterruptedException {
		BlockingQueue<String> events = new LinkedBlockingQueue<>();
		String call = """
				{"type": "SUBSCRIBE", "subscribe": {"framework_info": {"user": "nobody", "name": "example"}}}""";
		Thread thread = new Thread(
				() -> stream.subscribe(call, (streamId, event) -> events.add(streamId + " " + event)));
		thread.setDaemon(true);
		thread.start();
		assertThat(events.poll(30, TimeUnit.SECONDS)).contains("SUBSCRIBED", leaderId()).doesNotStartWith("null");
		assertThat(events.poll(30, TimeUnit.SECONDS)).endsWith("{\"type\":\"HEARTBEAT\"}");
	}

	private Map<String, Object> get(String uri) {
		return RestClient.create("http://localhost:" + this.port)
			.get()
			.uri(uri)
			.retrieve()
			.requiredBody(new ParameterizedTypeReference<>() {
			});
	}

	private static String leaderId() {
		return mesos.cluster().leader().orElseThrow().info().getId();
	}

}
