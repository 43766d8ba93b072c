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
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mesos.discovery.wait-for-leader=30s")
@AutoConfigureTestMesosCluster(masters = 1, http = true)
class NoLeadingMasterTests {

	@LocalServerPort
	private int port;

	@Test
	void answersServiceUnavailableWithoutALeader(@Autowired TestMesosCluster mesos) {
		assertThat(state().getStatusCode().value()).isEqualTo(200);
		mesos.killLeader();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			ResponseEntity<String> response = state();
			assertThat(response.getStatusCode().value()).isEqualTo(503);
			assertThat(response.getHeaders().getFirst("Retry-After")).isEqualTo("10");
			assertThat(response.getBody()).contains("No Mesos master leads").doesNotContain(mesos.connectString());
		});
	}

	private ResponseEntity<String> state() {
		return WebClient.create("http://localhost:" + this.port)
			.get()
			.uri("/state")
			.retrieve()
			.onStatus((status) -> true, (response) -> Mono.empty())
			.toEntity(String.class)
			.block(Duration.ofSeconds(30));
	}

}
