package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleApplication} with a cluster of {@code mesos.discovery.zk}, over
 * HTTP.
 */
@Timeout(60)
@MesosCluster
@ExtendWith(OutputCaptureExtension.class)
class SampleApplicationTests {

	@SuppressWarnings("NullAway.Init")
	private static ConfigurableApplicationContext context;

	@SuppressWarnings("NullAway.Init")
	private static Http http;

	@BeforeAll
	static void start(TestMesosCluster cluster) {
		context = SampleApplication.run("--server.port=0", "--mesos.discovery.zk=" + cluster.mechanism());
		http = new Http(
				Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"))));
		Awaitility.await().until(() -> context.getBean(MesosMasterLocator.class).masters().size() == 3);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void followsTheClusterWithoutADemo(TestMesosCluster cluster) {
		assertThat(context.containsBean("demoCluster")).isFalse();
		assertThat(context.getEnvironment().getPropertySources().contains("demo")).isFalse();
		JsonNode connection = http.json("/actuator/mesos").get("connection");
		assertThat(connection.get("ensemble").asString()).isEqualTo(cluster.connectString());
	}

	@Test
	void showsTheMasters(TestMesosCluster cluster) {
		Awaitility.await().untilAsserted(() -> {
			List<String> znodes = http.json("/actuator/mesos")
				.get("masters")
				.values()
				.stream()
				.map((master) -> master.get("znode").asString())
				.toList();
			assertThat(znodes).hasSameSizeAs(cluster.masters());
		});
	}

	@Test
	void doesNotSubscribeUnlessEnabled() throws IOException {
		JsonNode framework = http.json("/framework");
		assertThat(framework.get("state").asString()).isEqualTo("STOPPED");
		assertThat(framework.propertyNames())
			.containsExactlyElementsOf(new JsonMapper().readTree(Documented.json("framework.md")).propertyNames());
	}

	@Test
	void isHealthyWithDetails() {
		JsonNode component = http.json("/actuator/health").get("components").get("mesos");
		assertThat(component.get("status").asString()).isEqualTo("UP");
		assertThat(component.get("details").has("leader")).isTrue();
	}

	@Test
	void logsTheNewLeader(TestMesosCluster cluster, CapturedOutput output) {
		String dead = cluster.killLeader().znode();
		String next = cluster.startMaster().znode();
		assertThat(dead).isNotEqualTo(next);
		String leader = cluster.leader().orElseThrow().znode();
		Awaitility.await()
			.untilAsserted(() -> assertThat(output.getOut())
				.containsPattern("LeaderLog .*: Leader changed \\(ELECTED\\): .*" + dead + " -> .*" + leader));
	}

}
