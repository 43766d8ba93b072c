package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for the configuration metadata that an IDE reads.
 */
class ConfigurationMetadataTests {

	private final JsonNode metadata = read();

	@Test
	void everyKeyIsThereWithItsDefaultAndNoOther() {
		Map<String, @Nullable String> defaults = new LinkedHashMap<>();
		this.metadata.get("properties")
			.forEach((property) -> defaults.put(property.get("name").asString(),
					property.has("defaultValue") ? property.get("defaultValue").asString() : null));
		assertThat(defaults).containsOnly(entry("mesos.discovery.enabled", "true"),
				entry("mesos.discovery.zk", "zk://localhost:2181/mesos"), entry("mesos.discovery.zk.url", null),
				entry("mesos.discovery.zk.username", null), entry("mesos.discovery.zk.password", null),
				entry("mesos.discovery.zk.session-timeout", "10s"), entry("mesos.discovery.zk.resync-interval", "1m"),
				entry("mesos.discovery.zk.labels", null), entry("mesos.discovery.zk.ssl.enabled", null),
				entry("mesos.discovery.zk.ssl.bundle", null), entry("mesos.discovery.zk.sasl.required", "false"),
				entry("mesos.discovery.master.scheme", "http"), entry("mesos.discovery.master.host", "ip"),
				entry("mesos.discovery.clusters", null), entry("mesos.discovery.wait-for-leader", "0s"),
				entry("mesos.discovery.http.wait-for-leader", "0s"), entry("management.health.mesos.enabled", "true"),
				entry("management.endpoint.mesos.access", "unrestricted"),
				entry("management.endpoint.mesos.cache.time-to-live", "0ms"));
	}

	@Test
	void everyKeyIsKnownWhereUnknownOnesAreRefused() {
		List<String> others = List.of("mesos.discovery.clusters", "mesos.discovery.http.wait-for-leader");
		assertThat(this.metadata.get("properties")
			.findValuesAsString("name")
			.stream()
			.filter((name) -> name.startsWith("mesos.discovery.") && !others.contains(name)))
			.containsExactlyInAnyOrderElementsOf(
					ConfiguredKeys.OF_CLUSTER.stream().map((key) -> "mesos.discovery." + key).toList());
	}

	@Test
	void everyKeyOfAFurtherClusterIsDescribed() throws IOException {
		JsonNode clusters = null;
		for (JsonNode property : this.metadata.get("properties")) {
			clusters = property.get("name").asString().equals("mesos.discovery.clusters") ? property : clusters;
		}
		assertThat(clusters).isNotNull();
		String type = MesosDiscoveryProperties.Cluster.class.getName();
		assertThat(clusters.get("type").asString()).isEqualTo("java.util.Map<java.lang.String," + type + ">");
		try (InputStream in = MesosDiscoveryProperties.class
			.getResourceAsStream("/META-INF/spring/configuration-metadata/" + type + ".json")) {
			JsonNode ofType = new JsonMapper().readTree(in);
			assertThat(ofType.get("properties").findValuesAsString("name")).containsExactlyInAnyOrderElementsOf(
					ConfiguredKeys.OF_CLUSTER.stream().filter((key) -> !key.equals("zk")).toList());
			assertThat(ofType.get("properties"))
				.allSatisfy((property) -> assertThat(property.path("description").asString("")).matches("[A-Z].*\\."));
		}
	}

	@Test
	void everyKeyIsDescribedOnce() {
		List<String> names = this.metadata.get("properties").findValuesAsString("name");
		assertThat(names).doesNotHaveDuplicates();
		assertThat(this.metadata.get("properties")).allSatisfy((property) -> {
			assertThat(property.path("description").asString("")).as(property.get("name").asString())
				.matches("[A-Z].*\\.");
			assertThat(property.has("type")).isTrue();
		});
	}

	@Test
	void hintsAreForKeysThatExist() {
		List<String> names = this.metadata.get("properties").findValuesAsString("name");
		assertThat(this.metadata.get("hints").findValuesAsString("name")).isSubsetOf(names)
			.contains("mesos.discovery.master.scheme", "mesos.discovery.master.host");
	}

	private static JsonNode read() {
		try {
			for (URL url : Collections.list(MesosDiscoveryProperties.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream in = url.openStream()) {
					JsonNode candidate = new JsonMapper().readTree(in);
					if (candidate.toString().contains("\"mesos.discovery\"")) {
						return candidate;
					}
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("There is no metadata of mesos.discovery");
	}

}
