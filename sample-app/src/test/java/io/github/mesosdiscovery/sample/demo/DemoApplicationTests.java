package io.github.mesosdiscovery.sample.demo;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import io.github.mesosdiscovery.sample.Http;
import io.github.mesosdiscovery.sample.SampleApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the application without {@code mesos.discovery.zk}.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class DemoApplicationTests {

	@Test
	void showsALeaderThatChangesByItself(CapturedOutput output) {
		try (ConfigurableApplicationContext context = SampleApplication.run("--server.port=0",
				"--sample.demo.leader-lifetime=1s")) {
			String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
			String zk = context.getBean(DemoCluster.class).url();
			assertThat(output.getOut()).containsPattern(
					"so this is a demo: 3 simulated masters at " + zk + ", whose" + " leader dies about every 1 s");
			assertThat(output.getOut()).contains("Look at http://localhost:" + port + "/ ");
			Http http = new Http(Integer.parseInt(port));
			Set<String> leaders = new HashSet<>();
			Awaitility.await().until(() -> {
				JsonNode answer = http.json("/actuator/mesos");
				if (answer.get("masters").size() == 3) {
					leaders.add(answer.get("leader").get("id").asString());
				}
				return leaders.size() > 2;
			});
			Awaitility.await().until(() -> http.json("/framework").get("subscriptions").asInt() > 2);
			JsonNode health = http.json("/actuator/health").get("components").get("mesos");
			assertThat(health.get("status").asString()).isEqualTo("UP");
		}
		assertThat(output.getOut()).doesNotContain("WARN", "ERROR");
	}

}
