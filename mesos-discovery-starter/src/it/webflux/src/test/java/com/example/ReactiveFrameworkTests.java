package com.example;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.test.SchedulerSubscription;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
class ReactiveFrameworkTests {

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension(
			TestMesosCluster.builder().masters(3).http().heartbeatInterval(Duration.ofMillis(200)));

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
	}

	@Test
	void staysSubscribedWithItsId(@Autowired ReactiveFramework framework) {
		List<JsonNode> events = new CopyOnWriteArrayList<>();
		Disposable subscription = framework.events().subscribe(events::add);
		for (int i = 1; i <= 2; i++) {
			int count = i;
			await().atMost(Duration.ofSeconds(30)).until(() -> of("SUBSCRIBED", events).size() == count);
			// The second offer comes after the first one was declined.
			await().atMost(Duration.ofSeconds(30)).until(() -> of("OFFERS", events).size() >= 2 * count);
			assertThat(mesos.cluster().subscriptions()).extracting(SchedulerSubscription::master)
				.containsExactly(mesos.cluster().leader().orElseThrow());
			mesos.cluster().killLeader();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> of("SUBSCRIBED", events).size() == 3);
		assertThat(of("SUBSCRIBED", events)).extracting((event) -> event.at("/subscribed/framework_id"))
			.containsOnly(of("SUBSCRIBED", events).get(0).at("/subscribed/framework_id"));
		subscription.dispose();
		await().atMost(Duration.ofSeconds(30)).until(() -> mesos.cluster().subscriptions().isEmpty());
	}

	private static List<JsonNode> of(String type, List<JsonNode> events) {
		return events.stream().filter((event) -> event.path("type").asString("").equals(type)).toList();
	}

}
