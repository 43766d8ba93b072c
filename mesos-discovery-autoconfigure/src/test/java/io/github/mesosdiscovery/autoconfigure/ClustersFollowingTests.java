package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.management.MBeanException;
import javax.management.ObjectName;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An application that follows two clusters, each with a ZooKeeper of its own.
 */
@Timeout(120)
class ClustersFollowingTests {

	private static final String DOMAIN = "mesos.clusters.tests";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final TestMesosCluster mainCluster = TestMesosCluster.builder().masters(2).start();

	private final TestMesosCluster eastCluster = TestMesosCluster.builder().path("/east").masters(2).start();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.SERVLET)
		.properties("server.port=0", "spring.main.banner-mode=off", "spring.jmx.enabled=true",
				"spring.jmx.default-domain=" + DOMAIN, "management.endpoints.web.exposure.include=*",
				"management.endpoints.jmx.exposure.include=mesos", "management.endpoint.health.show-details=always",
				"management.endpoint.health.group.main.include=mesos/default",
				"mesos.discovery.zk=" + this.mainCluster.mechanism(), "mesos.discovery.zk.session-timeout=10s",
				"mesos.discovery.wait-for-leader=30s",
				"mesos.discovery.clusters.east.zk=" + this.eastCluster.mechanism(),
				"mesos.discovery.clusters.east.zk.session-timeout=2s",
				"mesos.discovery.clusters.east.wait-for-leader=30s")
		.run();

	private final MesosMasterLocator main = this.context.getBean(MesosMasterLocator.class);

	private final MesosMasterLocator east = this.context.getBean("mesosMasterLocator-east", MesosMasterLocator.class);

	@AfterEach
	void close() {
		this.context.close();
		this.mainCluster.close();
		this.eastCluster.close();
	}

	@Test
	void losingZooKeeperAffectsNoOtherCluster() throws IOException, InterruptedException {
		MesosMaster first = this.main.leader().orElseThrow();
		this.eastCluster.stopZooKeeper();
		await().atMost(LIMIT).until(() -> this.east.leader().isEmpty());
		assertThat(this.main.leader()).contains(first);

		this.mainCluster.killLeader();
		await().atMost(LIMIT).until(() -> this.main.leader().filter((leader) -> !leader.equals(first)).isPresent());
		assertThat(this.east.snapshot().connection().state()).isEqualTo(ConnectionState.DISCONNECTED);
		List<LeaderChangedEvent> events = this.context.getBean(Application.class).events;
		await().atMost(LIMIT).untilAsserted(() -> {
			assertThat(of(this.east, events)).containsExactly(Reason.ELECTED, Reason.DISCONNECTED);
			assertThat(of(this.main, events)).hasSize(2).containsOnly(Reason.ELECTED);
		});
		assertThat(events)
			.allMatch((event) -> event.getCluster().equals((event.getSource() == this.east) ? "east" : "default"));
		assertThat(value("leader.known", "east")).isZero();
		assertThat(value("leader.known", "default")).isOne();
		await().untilAsserted(() -> {
			assertThat(value("leader.changes", "east", "reason", "disconnected")).isOne();
			assertThat(value("leader.changes", "default", "reason", "elected")).isEqualTo(2);
			assertThat(value("leader.changes", "default", "reason", "disconnected")).isZero();
		});
		JsonNode health = json(get("/health/mesos"));
		assertThat(health.get("status").asString()).isEqualTo("DOWN");
		assertThat(health.at("/components/default/status").asString()).isEqualTo("UP");
		assertThat(health.at("/components/east/status").asString()).isEqualTo("DOWN");
		assertThat(json(get("/health/mesos/default")).get("status").asString()).isEqualTo("UP");
		assertThat(json(get("/health/main")).get("status").asString()).isEqualTo("UP");

		this.eastCluster.startZooKeeper();
		await().atMost(LIMIT).until(() -> this.east.leader().isPresent());
	}

	@Test
	void endpointShowsTheNamedCluster() throws Exception {
		String eastern = this.east.leader().orElseThrow().id();
		assertThat(json(get("/mesos/east")).at("/leader/id").asString()).isEqualTo(eastern);
		assertThat(json(get("/mesos/east")).at("/connection/path").asString()).isEqualTo("/east");
		await().untilAsserted(
				() -> assertThat(json(get("/mesos/east")).at("/changes/0/leader").asString()).isEqualTo(eastern));
		String leading = this.main.leader().orElseThrow().id();
		assertThat(json(get("/mesos")).at("/leader/id").asString()).isEqualTo(leading);
		assertThat(json(get("/mesos/default")).at("/leader/id").asString()).isEqualTo(leading);
		HttpResponse<String> unknown = get("/mesos/west");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(json(unknown).get("error").asString())
			.isEqualTo("There is no such cluster. Known clusters: default, east");
		ObjectName endpoint = new ObjectName(DOMAIN + ":type=Endpoint,name=Mesos");
		assertThat(invoke(endpoint, "east")).contains(eastern);
		assertThatExceptionOfType(MBeanException.class).isThrownBy(() -> invoke(endpoint, "west"))
			.withStackTraceContaining("There is no such cluster. Known clusters: default, east");
	}

	private double value(String meter, String cluster, String... tags) {
		return this.context.getBean(MeterRegistry.class)
			.get("mesos.discovery." + meter)
			.tag("cluster", cluster)
			.tags(tags)
			.meter()
			.measure()
			.iterator()
			.next()
			.getValue();
	}

	private static List<Reason> of(MesosMasterLocator locator, List<LeaderChangedEvent> events) {
		return events.stream()
			.filter((event) -> event.getSource() == locator)
			.map(LeaderChangedEvent::getReason)
			.toList();
	}

	private static String invoke(ObjectName endpoint, String cluster) throws Exception {
		return String.valueOf(ManagementFactory.getPlatformMBeanServer()
			.invoke(endpoint, "cluster", new Object[] { cluster }, new String[] { String.class.getName() }));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator" + path)).build(),
					BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private final List<LeaderChangedEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.events.add(event);
		}

	}

}
