package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a locator that is used while other beans are created.
 */
@Timeout(120)
class EarlyLocatorTests {

	private static final String FIXED = "mesos.discovery.zk=127.0.0.1:5050";

	private static final String EAST = "mesos.discovery.clusters.east.zk=127.0.0.2:5050";

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leaderCanBeAwaitedByABeanAndItsEventsAreNotLost(boolean lazy) {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(2).start();
				ConfigurableApplicationContext context = run(AwaitingApplication.class,
						"mesos.discovery.zk=" + cluster.mechanism(),
						"mesos.discovery.clusters.east.zk=" + cluster.mechanism(),
						"spring.main.lazy-initialization=" + lazy)) {
			assertThat(context.getBean(Awaiting.class).leaders()).hasSize(2)
				.allSatisfy((leader) -> assertThat(leader.znode()).isEqualTo(cluster.leader().orElseThrow().znode()));
			Events events = context.getBean(Events.class);
			for (MesosMasterLocator of : context.getBeansOfType(MesosMasterLocator.class).values()) {
				await().untilAsserted(() -> assertThat(events.masters(of)).isEqualTo(2));
				assertThat(events.leaders(of)).containsExactly(of.leader().orElseThrow());
			}
			assertThat(context.getBean(MeterRegistry.class)
				.get("mesos.discovery.leader.changes")
				.tags("cluster", "default", "reason", "elected")
				.counter()
				.count()).isOne();
		}
	}

	@Test
	void clientCanBeUsedByABean() {
		try (StubMaster leader = new StubMaster(1);
				ConfigurableApplicationContext context = run(ClientApplication.class,
						"mesos.discovery.zk=127.0.0.1:" + leader.master().port())) {
			assertThat(context.getBean("state", String.class)).isEqualTo("from id-1");
		}
	}

	@Test
	void noListenerIsCalledBeforeAllBeansAreCreated() {
		try (ConfigurableApplicationContext context = run(ListeningApplication.class, FIXED)) {
			ListeningApplication application = context.getBean(ListeningApplication.class);
			await().until(() -> application.events.size() == 2);
			assertThat(application.events).allMatch("created"::equals);
		}
	}

	@Test
	void failedStartLeavesNothing() {
		Set<Thread> before = threads();
		assertThatException().isThrownBy(() -> run(FailingApplication.class, FIXED, EAST))
			.withStackTraceContaining("fails after the leader is known");
		await().untilAsserted(() -> assertThat(before).containsAll(threads()));
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	private static Set<Thread> threads() {
		return LiveThreads.named((name) -> name.startsWith("mesos-discovery"));
	}

	static class Events {

		private final List<LeaderChangedEvent> leaders = new CopyOnWriteArrayList<>();

		private final List<MastersChangedEvent> masters = new CopyOnWriteArrayList<>();

		List<MesosMaster> leaders(MesosMasterLocator of) {
			return this.leaders.stream()
				.filter((event) -> event.getSource() == of)
				.map((event) -> event.getLeader().orElseThrow())
				.toList();
		}

		int masters(MesosMasterLocator of) {
			return this.masters.stream()
				.filter((event) -> event.getSource() == of)
				.reduce(0, (size, event) -> event.getSnapshot().masters().size(), (first, last) -> last);
		}

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.leaders.add(event);
		}

		@EventListener
		void mastersChanged(MastersChangedEvent event) {
			this.masters.add(event);
		}

	}

	record Awaiting(List<MesosMaster> leaders) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AwaitingApplication {

		@Bean
		@Lazy(false)
		Awaiting awaiting(MesosMasterLocator main, @Qualifier("east") MesosMasterLocator east)
				throws InterruptedException {
			Duration limit = Duration.ofSeconds(60);
			return new Awaiting(List.of(main.awaitLeader(limit), east.awaitLeader(limit)));
		}

		@Bean
		Events events() {
			return new Events();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ClientApplication {

		@Bean
		String state(@MesosLeader RestClient.Builder builder) {
			return Objects.requireNonNull(builder.build().get().uri("/state").retrieve().body(String.class));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ListeningApplication {

		private final List<String> events = new CopyOnWriteArrayList<>();

		private volatile String state = "being created";

		@Bean
		ApplicationListener<LeaderChangedEvent> first() {
			return (event) -> this.events.add(this.state);
		}

		@Bean
		ApplicationListener<LeaderChangedEvent> second(MesosMasterLocator locator) throws InterruptedException {
			locator.awaitLeader(Duration.ofSeconds(60));
			// What is not held back is told now.
			await().during(Duration.ofMillis(200)).until(this.events::isEmpty);
			return (event) -> this.events.add(this.state);
		}

		@Bean
		SmartInitializingSingleton created() {
			return () -> this.state = "created";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class FailingApplication {

		@Bean
		Object failing(MesosMasterLocator locator, @Qualifier("east") MesosMasterLocator east)
				throws InterruptedException {
			east.awaitLeader(Duration.ofSeconds(60));
			locator.awaitLeader(Duration.ofSeconds(60));
			throw new IllegalStateException("fails after the leader is known");
		}

	}

}
