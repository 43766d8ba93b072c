package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.autoconfigure.AutoConfigureTestMesosCluster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.awaitility.Awaitility.await;

@SpringBootTest
@AutoConfigureTestMesosCluster
class FailoverTests {

	@Test
	void followsTheLeader(@Autowired MesosMasterLocator locator, @Autowired TestMesosCluster cluster)
			throws InterruptedException {
		MesosMaster first = locator.awaitLeader(Duration.ofSeconds(10));
		cluster.killLeader();
		await().until(() -> locator.leader().filter((leader) -> !leader.equals(first)).isPresent());
	}

}
