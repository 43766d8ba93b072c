package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

@SpringBootTest
class FailoverTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension(
			TestMesosCluster.builder().masters(3).masterSessionTimeout(Duration.ofSeconds(2)));

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
	}

	@Test
	void followsTheLeader(@Autowired MesosMasterLocator locator) throws InterruptedException {
		MesosMaster first = locator.awaitLeader(Duration.ofSeconds(10));
		mesos.cluster().killLeader();
		await().until(() -> locator.leader().filter((leader) -> !leader.equals(first)).isPresent());
	}

}
