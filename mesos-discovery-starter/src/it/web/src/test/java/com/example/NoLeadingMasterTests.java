package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.autoconfigure.AutoConfigureTestMesosCluster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "mesos.discovery.wait-for-leader=30s",
				"mesos.discovery.clusters.east.zk=${mesos.discovery.zk}" })
@AutoConfigureTestMesosCluster(masters = 1, http = true)
class NoLeadingMasterTests {

	@LocalServerPort
	private int port;

	@Test
	void answersServiceUnavailableWithoutALeader(@Autowired TestMesosCluster mesos) {
		// The simulated masters know no agents.
		assertThat(agents().getStatusCode().value()).isEqualTo(500);
		mesos.killLeader();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			ResponseEntity<String> response = agents();
			assertThat(response.getStatusCode().value()).isEqualTo(503);
			assertThat(response.getHeaders().getFirst("Retry-After")).isEqualTo("10");
			assertThat(response.getBody()).contains("No Mesos master leads").doesNotContain(mesos.connectString());
		});
	}

	private ResponseEntity<String> agents() {
		return RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build()
			.get()
			.uri("/agents")
			.retrieve()
			.toEntity(String.class);
	}

}
