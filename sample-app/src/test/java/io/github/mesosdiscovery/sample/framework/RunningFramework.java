package io.github.mesosdiscovery.sample.framework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import io.github.mesosdiscovery.sample.Http;
import io.github.mesosdiscovery.sample.SampleApplication;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The application with its framework, seen through HTTP.
 */
final class RunningFramework implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Http http;

	RunningFramework(String zk, String... properties) {
		List<String> args = new ArrayList<>(List.of(properties));
		args.addAll(List.of("--server.port=0", "--mesos.discovery.zk=" + zk, "--sample.framework.enabled=true"));
		this.context = SampleApplication.run(args.toArray(String[]::new));
		String port = this.context.getEnvironment().getProperty("local.server.port");
		this.http = new Http(Integer.parseInt(Objects.requireNonNull(port)));
	}

	JsonNode status() {
		return this.http.json("/framework");
	}

	JsonNode await(Predicate<JsonNode> wanted) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(5))
			.until(this::status, wanted);
	}

	JsonNode awaitState(String state) {
		return await((status) -> status.get("state").asString().equals(state));
	}

	JsonNode awaitError(String part) {
		return await((status) -> status.get("error").asString("").contains(part));
	}

	/** Stop the framework alone. */
	void stop() {
		this.context.getBean(Framework.class).stop();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
