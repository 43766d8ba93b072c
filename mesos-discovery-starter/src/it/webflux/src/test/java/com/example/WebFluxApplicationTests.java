package com.example;

import java.time.Duration;
import java.util.Map;

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
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mesos.discovery.wait-for-leader=30s")
class WebFluxApplicationTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension(TestMesosCluster.builder().masters(3).http());

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
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
	void talksToTheLeader(@Autowired State state) {
		assertThat(state.state().block(Duration.ofSeconds(30))).contains(leaderId());
		mesos.cluster().killLeader();
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(state.state().block(Duration.ofSeconds(30))).contains(leaderId()));
	}

	@Test
	void readsAStreamOfTheLeader(@Autowired SchedulerEvents events) {
		String call = """
				{"type": "SUBSCRIBE", "subscribe": {"framework_info": {"user": "nobody", "name": "example"}}}""";
		assertThat(events.subscribe(call).take(2).collectList().block(Duration.ofSeconds(30)))
			.satisfiesExactly((event) -> assertThat(event).contains("SUBSCRIBED", leaderId()),
					(event) -> assertThat(event).isEqualTo("{\"type\":\"HEARTBEAT\"}"));
	}

	private Map<String, Object> get(String uri) {
		return WebClient.create("http://localhost:" + this.port)
			.get()
			.uri(uri)
			.retrieve()
			.bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.block(Duration.ofSeconds(30));
	}

	private static String leaderId() {
		return mesos.cluster().leader().orElseThrow().info().getId();
	}

}
