package com.example;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.imps.CuratorFrameworkState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = "spring.cloud.zookeeper.max-wait-time=30s")
class BesideSpringCloudTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension();

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
		registry.add("spring.cloud.zookeeper.connect-string", () -> mesos.cluster().connectString());
	}

	@Test
	void bothConnectAndFollow(@Autowired MesosMasterLocator locator, @Autowired CuratorFramework curator)
			throws Exception {
		MesosMaster first = locator.awaitLeader(Duration.ofSeconds(30));
		assertThat(curator.blockUntilConnected(30, TimeUnit.SECONDS)).isTrue();
		curator.create().creatingParentsIfNeeded().forPath("/services/other", new byte[0]);
		mesos.cluster().killLeader();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> locator.leader().filter((leader) -> !leader.equals(first)).isPresent());
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(curator.checkExists().forPath("/services/other")).isNotNull();
	}

	@Test
	void theOnlyCuratorFrameworkIsThatOfSpringCloud(@Autowired ConfigurableApplicationContext context) {
		assertThat(context.getBeansOfType(CuratorFramework.class)).hasSize(1).allSatisfy((name, curator) -> {
			assertThat(context.getBeanFactory().getBeanDefinition(name).getResourceDescription())
				.contains("org/springframework/cloud/zookeeper");
			assertThat(curator.getState()).isEqualTo(CuratorFrameworkState.STARTED);
			assertThat(curator.getZookeeperClient().getCurrentConnectionString())
				.isEqualTo(mesos.cluster().connectString());
		});
		assertThat(context.getBeansOfType(MesosMasterLocator.class)).hasSize(1);
		assertThat(context.getBeansOfType(DiscoveryClient.class)).isNotEmpty();
	}

}
