package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The meters of an application beside a cluster.
 */
@Timeout(240)
class MesosMetricsClusterTests {

	private static final Tags TAGS = Tags.of("cluster", "default");

	private final TestMesosCluster cluster = TestMesosCluster.builder().masters(3).start();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.NONE)
		.properties("spring.main.banner-mode=off", "mesos.discovery.zk=" + this.cluster.mechanism(),
				"mesos.discovery.zk.session-timeout=6s")
		.run();

	private final MeterRegistry registry = this.context.getBean(MeterRegistry.class);

	@AfterEach
	void close() {
		this.context.close();
		this.cluster.close();
	}

	@Test
	void metersFollowTheClusterAndTheContext() {
		// The first reads may come before the meters.
		this.context.stop();
		double elected = changes("elected");
		double lists = reads("list");
		double gets = reads("get");
		long before = published();
		this.context.start();
		awaitKnown(3, 1);
		assertThat(changes("elected")).isEqualTo(elected + 1);
		await().until(() -> reads("list") == lists + 1 && reads("get") == gets + 3);
		long published = awaitPublished(before + 1);

		this.cluster.killLeader();
		awaitKnown(2, 1);
		await().until(() -> changes("elected") == elected + 2 && reads("list") == lists + 2);
		assertThat(reads("get")).isEqualTo(gets + 3);
		awaitPublished(published + 1);
		await().until(() -> reads("heartbeat") > 0);

		this.context.stop();
		assertKnown(0, 0);
		this.context.start();
		awaitKnown(2, 1);
		await().until(() -> changes("elected") == elected + 3);

		this.cluster.stopZooKeeper();
		awaitKnown(0, 0);
		await().until(() -> changes("disconnected") == 1);
		assertThat(changes("elected")).isEqualTo(elected + 3);

		this.context.close();
		assertKnown(0, 0);
	}

	private long awaitPublished(long atLeast) {
		await().until(() -> published() >= atLeast);
		return published();
	}

	private void awaitKnown(int masters, int leader) {
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertKnown(masters, leader));
	}

	private void assertKnown(int masters, int leader) {
		assertThat(this.registry.get("mesos.discovery.masters").tags(TAGS).gauge().value()).isEqualTo(masters);
		assertThat(this.registry.get("mesos.discovery.leader.known").tags(TAGS).gauge().value()).isEqualTo(leader);
	}

	private double changes(String reason) {
		return this.registry.get("mesos.discovery.leader.changes").tags(TAGS.and("reason", reason)).counter().count();
	}

	private double reads(String operation) {
		return this.registry.get("mesos.discovery.reads")
			.tags(TAGS.and("operation", operation, "outcome", "success"))
			.counter()
			.count();
	}

	private long published() {
		return this.registry.get("mesos.discovery.publish").tags(TAGS).timer().count();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
