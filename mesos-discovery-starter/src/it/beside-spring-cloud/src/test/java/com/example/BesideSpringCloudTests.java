package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.imps.CuratorFrameworkState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The context is closed before the cluster: Spring Cloud takes its registration back, and
 * waits long for a ZooKeeper that is gone.
 */
@MesosCluster
class BesideSpringCloudTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start(TestMesosCluster cluster) {
		context = SpringApplication.run(Application.class, "--server.port=0", "--spring.application.name=framework",
				"--mesos.discovery.zk=" + cluster.mechanism(),
				"--spring.cloud.zookeeper.connect-string=" + cluster.connectString());
	}

	@AfterAll
	static void close() {
		context.close();
	}

	@Test
	void bothFollowZooKeeper(TestMesosCluster cluster) throws InterruptedException {
		DiscoveryClient services = context.getBean(DiscoveryClient.class);
		MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
		MesosMaster first = locator.awaitLeader(Duration.ofSeconds(30));
		await().atMost(Duration.ofSeconds(30)).until(() -> services.getInstances("framework").size() == 1);
		cluster.killLeader();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> locator.leader().filter((leader) -> !leader.equals(first)).isPresent());
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(services.getInstances("framework")).hasSize(1);
	}

	@Test
	void theOnlyCuratorFrameworkIsThatOfSpringCloud(TestMesosCluster cluster) {
		assertThat(context.getBeansOfType(CuratorFramework.class)).hasSize(1).allSatisfy((name, curator) -> {
			assertThat(context.getBeanFactory().getBeanDefinition(name).getResourceDescription())
				.contains("org/springframework/cloud/zookeeper");
			assertThat(curator.getState()).isEqualTo(CuratorFrameworkState.STARTED);
			assertThat(curator.getZookeeperClient().getCurrentConnectionString())
				.isEqualTo(cluster.connectString());
		});
		assertThat(context.getBeansOfType(MesosMasterLocator.class)).hasSize(1);
	}

}
