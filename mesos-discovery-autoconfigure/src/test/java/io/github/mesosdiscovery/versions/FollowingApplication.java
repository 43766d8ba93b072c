package io.github.mesosdiscovery.versions;

import io.github.mesosdiscovery.faults.MasterPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterRegistration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A web application with the library, seen as its users see it: over HTTP, and by the
 * events that it hears.
 */
final class FollowingApplication implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final String actuator;

	private FollowingApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.actuator = "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/";
	}

	static FollowingApplication start(String... properties) {
		return new FollowingApplication(new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always", "spring.main.banner-mode=off",
					"spring.main.register-shutdown-hook=false")
			.properties(properties)
			.run());
	}

	/** What {@code /actuator/mesos} answers now. */
	JsonNode mesos() {
		return get("mesos");
	}

	/** The component {@code mesos} of what {@code /actuator/health} answers now. */
	JsonNode health() {
		return get("health").at("/components/mesos");
	}

	String status() {
		return health().path("status").asString();
	}

	/** Wait for an answer of {@code /actuator/mesos}, and return that very one. */
	JsonNode await(Predicate<JsonNode> condition) {
		try {
			return Awaitility.await()
				.atMost(LIMIT)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(10))
				.until(this::mesos, condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("The endpoint says to the last " + mesos().toPrettyString(), ex);
		}
	}

	JsonNode awaitLeader(MasterPath.Znode znode) {
		long epoch = znode.epoch();
		return await((mesos) -> mesos.at("/leader/znode").asString("").equals(znode.name())
				&& mesos.at("/leader/epoch").asLong() == epoch);
	}

	JsonNode awaitProblem(String kind) {
		return await((mesos) -> mesos.at("/problem/kind").asString("").equals(kind));
	}

	JsonNode awaitState(String state) {
		return await((mesos) -> mesos.at("/connection/state").asString().equals(state));
	}

	/** Wait for as many changes, since events come after what the endpoint says. */
	List<String> awaitChanges(int count) {
		List<String> changes = this.context.getBean(Application.class).changes;
		Awaitility.await("events").atMost(LIMIT).until(() -> changes.size() >= count);
		return List.copyOf(changes);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private JsonNode get(String endpoint) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.actuator + endpoint)).build();
			return JsonMapper.shared().readTree(this.http.send(request, BodyHandlers.ofString()).body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private final List<String> changes = new CopyOnWriteArrayList<>();

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.changes.add(event.getReason() + " " + event.getLeader().map(MasterRegistration::znode).orElse("none"));
		}

	}

}
