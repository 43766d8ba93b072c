package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "mesos.discovery.zk=zk://ignored.invalid:2181/ignored")
class ConnectionDetailsTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension();

	@Test
	void findsTheLeader(@Autowired MesosMasterLocator locator) throws InterruptedException {
		assertThat(locator.awaitLeader(Duration.ofSeconds(30)).znode())
			.isEqualTo(mesos.cluster().leader().orElseThrow().znode());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class InventoryConfiguration {

		@Bean
		MastersConfiguration.Inventory inventory() {
			return () -> mesos.cluster().connectString();
		}

	}

}
