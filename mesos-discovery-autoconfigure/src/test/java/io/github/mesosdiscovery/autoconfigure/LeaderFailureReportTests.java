package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.MesosLeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for what an application prints that needs the leader to start, and finds none.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class LeaderFailureReportTests {

	@Test
	void requestWithoutLeaderIsExplained(CapturedOutput output) {
		assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "mesos.discovery.zk=zk://127.0.0.1:1/mesos",
					"mesos.discovery.http.wait-for-leader=100ms")
			.run()
			.close()).isInstanceOf(NoLeadingMasterException.class);
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "No leading Mesos master within 100 ms", "ensemble 127.0.0.1:1",
					"'mesos.discovery.http.wait-for-leader'")
			.doesNotContain("\tat io.github.mesosdiscovery");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ApplicationRunner runner(@MesosLeader RestClient.Builder builder) {
			RestClient client = builder.build();
			return (arguments) -> client.get().uri("/state").retrieve().toBodilessEntity();
		}

	}

}
