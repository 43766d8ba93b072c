package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MesosDiscoveryAutoConfiguration} with the real locator. None needs a
 * server: it is either absent or the master is fixed.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class MesosDiscoveryAutoConfigurationTests {

	private static final String ABSENT = "mesos.discovery.zk=zk://127.0.0.1:1/mesos";

	private static final String FIXED = "mesos.discovery.zk=127.0.0.1:5050";

	private static final Pattern NAMES = Pattern.compile("mesos|Curator|SendThread|EventThread");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosDiscoveryAutoConfiguration.class))
		.withPropertyValues(ABSENT);

	private final Set<Thread> before = threads();

	@AfterEach
	void noThreadIsLeft() {
		await().untilAsserted(() -> assertThat(this.before).containsAll(threads()));
	}

	@Test
	void locatorRunsAsLongAsTheContext() {
		ZooKeeperMasterLocator[] locator = new ZooKeeperMasterLocator[1];
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(MesosMasterLocator.class).hasBean("mesosMasterLocator");
			locator[0] = context.getBean(ZooKeeperMasterLocator.class);
			assertThat(locator[0].isRunning()).isTrue();
			assertThat(locator[0].leader()).isEmpty();
		});
		assertThat(locator[0].isRunning()).isFalse();
	}

	@Test
	void contextCanBeStoppedAndStartedAgain() {
		this.contextRunner.run((context) -> {
			ZooKeeperMasterLocator locator = context.getBean(ZooKeeperMasterLocator.class);
			for (int i = 0; i < 3; i++) {
				context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
				assertThat(locator.isRunning()).isFalse();
				assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
				context.getSourceApplicationContext(ConfigurableApplicationContext.class).start();
				assertThat(locator.isRunning()).isTrue();
			}
		});
	}

	@Test
	@DisplayName("#77 An application that does not wait starts without a server")
	void absentServerDoesNotDelayTheStart() {
		// Whoever waited for it would do so for a session timeout, and know then.
		this.contextRunner.withPropertyValues("mesos.discovery.zk.session-timeout=5m")
			.run((context) -> assertThat(context.getBean(MesosMasterLocator.class).snapshot().connection().state())
				.isEqualTo(ConnectionState.CONNECTING));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("#76 An application without a web server hears the events")
	void eventsReachTheListenersOfAnApplication(boolean lazy) {
		try (ConfigurableApplicationContext context = run(FIXED, "spring.main.lazy-initialization=" + lazy)) {
			List<Object> events = context.getBean("events", Events.class).list;
			await().untilAsserted(
					() -> assertThat(events).filteredOn((event) -> event instanceof LeaderChangedEvent).hasSize(2));
			await().untilAsserted(
					() -> assertThat(events).filteredOn((event) -> event instanceof MastersChangedEvent).hasSize(1));
			LeaderChangedEvent event = (LeaderChangedEvent) events.stream()
				.filter(LeaderChangedEvent.class::isInstance)
				.findFirst()
				.get();
			MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
			assertThat(event.getSource()).isSameAs(locator);
			assertThat(event.getLeader()).isEqualTo(locator.leader()).isPresent();
		}
	}

	@Test
	void noEventAfterClose() {
		Events events;
		int seen;
		try (ConfigurableApplicationContext context = run(FIXED)) {
			events = context.getBean("events", Events.class);
			List<Object> list = events.list;
			await().until(() -> list.size() == 3);
			context.stop();
			seen = list.size();
		}
		assertThat(events.list).hasSize(seen);
	}

	@Test
	void contextCanBeCreatedTwice() {
		for (int i = 0; i < 2; i++) {
			try (ConfigurableApplicationContext context = run(FIXED, "mesos.discovery.wait-for-leader=30s")) {
				assertThat(context.getBean(MesosMasterLocator.class).leader()).isPresent();
			}
		}
	}

	@Test
	void lazyContextStartsTheLocator() {
		try (ConfigurableApplicationContext context = run(ABSENT, "spring.main.lazy-initialization=true")) {
			assertThat(context.getBeanFactory().containsSingleton("mesosMasterLocator")).isTrue();
			assertThat(context.getBean(ZooKeeperMasterLocator.class).isRunning()).isTrue();
		}
	}

	@Test
	@DisplayName("#77 An application that waits for a leader fails when there is none in time")
	void failsWhenThereIsNoLeaderInTime(CapturedOutput output) {
		this.contextRunner.withPropertyValues("mesos.discovery.wait-for-leader=100ms")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(NoLeadingMasterException.class));
		FailureReportTests.fail(ABSENT, "mesos.discovery.wait-for-leader=100ms");
		assertThat(output).contains("APPLICATION FAILED TO START", "No leading Mesos master within 100 ms",
				"127.0.0.1:1", "'mesos.discovery.wait-for-leader'");
	}

	@ParameterizedTest
	@CsvSource({ "mesos.discovery.zk, zk://u:canary@localhost:2181", "mesos.discovery.zk.url, zk://u:canary@localhost/",
			"mesos.discovery.zk, http://u:canary@localhost/mesos", "mesos.discovery.zk, ''",
			"mesos.discovery.zk, zk://u:canary/mesos", "mesos.discovery.zk, zk://localhost:canary/mesos" })
	void invalidUrlIsReportedWithoutThePassword(String property, String value, CapturedOutput output) {
		FailureReportTests.fail(property + "=" + value);
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "The property '" + property + "'", "Reason: ", property + "=zk://")
			.doesNotContain("canary");
	}

	@Test
	void credentialsForFixedMasterAreRefused(CapturedOutput output) {
		FailureReportTests.fail(FIXED, "mesos.discovery.zk.username=u", "mesos.discovery.zk.password=canary");
		assertThat(output).contains("The property 'mesos.discovery.zk'", "fixed master").doesNotContain("canary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk.session-timeout=1h", "zk.resync-interval=365d", "zk.labels=json.info,info",
			"zk.session-timeout=100ms", "master.scheme=HTTPS", "master.host=hostname" })
	void valuesAtTheLimitsAreAccepted(String property) {
		this.contextRunner.withPropertyValues("mesos.discovery." + property)
			.run((context) -> assertThat(context).hasSingleBean(ZooKeeperMasterLocator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://u:canary@127.0.0.1:1/mesos", "zk://127.0.0.1:1/mesos" })
	void passwordIsNeitherLoggedNorShown(String url, CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("mesos.discovery.zk=" + url, "mesos.discovery.zk.username=u",
					"mesos.discovery.zk.password=canary")
			.run((context) -> {
				MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
				assertThat(locator.toString() + locator.snapshot() + locator.snapshot().connection())
					.doesNotContain("canary");
			});
		assertThat(output).doesNotContain("canary");
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	private static Set<Thread> threads() {
		return LiveThreads.named(NAMES.asPredicate());
	}

	static class Events {

		private final List<Object> list = new CopyOnWriteArrayList<>();

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.list.add(event);
		}

		@EventListener
		void mastersChanged(MastersChangedEvent event) {
			this.list.add(event);
		}

	}

	static class AsyncEvents {

		private final Events events;

		AsyncEvents(Events events) {
			this.events = events;
		}

		@Async
		@EventListener
		public void leaderChanged(LeaderChangedEvent event) {
			this.events.list.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableAsync
	static class Application {

		@Bean
		Events events() {
			return new Events();
		}

		@Bean
		AsyncEvents asyncEvents(Events events) {
			return new AsyncEvents(events);
		}

	}

}
