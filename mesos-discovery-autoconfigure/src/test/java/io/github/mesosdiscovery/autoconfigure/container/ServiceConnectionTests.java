package io.github.mesosdiscovery.autoconfigure.container;

import java.time.Duration;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryAutoConfiguration;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of an application with {@link ServiceConnection} on a container, through all of
 * Spring Boot but without Docker.
 */
@Timeout(60)
@DirtiesContext
@SpringBootTest(classes = ServiceConnectionTests.Application.class, properties = "mesos.discovery.zk=not looked at")
class ServiceConnectionTests {

	@ServiceConnection
	static final ZooKeeperContainer zooKeeper = new ZooKeeperContainer("zookeeper:3.9",
			Map.of("io.github.mesosdiscovery.path", "/other"));

	@AfterAll
	static void stop() {
		zooKeeper.stop();
	}

	@Test
	void findsTheLeaderInTheContainer(@Autowired MesosMasterLocator locator,
			@Autowired MesosDiscoveryConnectionDetails details) throws InterruptedException {
		assertThat(details.getMechanism()).isEqualTo("zk://127.0.0.1:" + zooKeeper.getMappedPort(2181) + "/other");
		assertThat(details.getSslBundle()).isNull();
		assertThat(locator.awaitLeader(Duration.ofSeconds(30)).port()).isEqualTo(5050);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(MesosDiscoveryAutoConfiguration.class)
	static class Application {

	}

}
