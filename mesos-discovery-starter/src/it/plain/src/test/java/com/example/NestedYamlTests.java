package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "ZK_PASSWORD=secret")
@ActiveProfiles("nested")
class NestedYamlTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension();

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
		registry.add("mesos.discovery.zk.url", () -> mesos.cluster().mechanism());
	}

	@Test
	void findsTheLeader(@Autowired MesosMasterLocator locator) throws InterruptedException {
		assertThat(locator.awaitLeader(Duration.ofSeconds(30)).uri()).hasHost("localhost");
	}

}
