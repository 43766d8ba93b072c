package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class PlainApplicationTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension();

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
	}

	@Test
	void findsTheLeader(@Autowired MesosMasterLocator locator, @Autowired SchedulerApi api, CapturedOutput output)
			throws InterruptedException {
		MesosMaster leader = locator.awaitLeader(Duration.ofSeconds(30));
		assertThat(leader.masterInfo()).isEqualTo(mesos.cluster().leader().orElseThrow().info());
		assertThat(api.uri()).hasToString(leader.uri() + "/api/v1/scheduler");
		await().atMost(Duration.ofSeconds(30)).until(() -> output.getOut().contains("Subscribe to " + leader.uri()));
	}

}
