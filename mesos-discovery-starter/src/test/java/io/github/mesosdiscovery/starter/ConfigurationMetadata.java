package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration properties of all libraries on the class path.
 *
 * @param properties the properties by name, sorted
 */
record ConfigurationMetadata(Map<String, Property> properties) {

	private static final String RESOURCE = "META-INF/spring-configuration-metadata.json";

	static ConfigurationMetadata load() throws IOException {
		Map<String, Property> properties = new TreeMap<>();
		for (URL url : Collections.list(ConfigurationMetadata.class.getClassLoader().getResources(RESOURCE))) {
			try (InputStream in = url.openStream()) {
				JsonMapper.shared()
					.readTree(in)
					.path("properties")
					.forEach((property) -> properties.put(property.path("name").asString(), Property.of(property)));
			}
		}
		return new ConfigurationMetadata(properties);
	}

	/**
	 * Return whether there is a property of this name, or one that has this name as the
	 * key of a map or as a group.
	 */
	boolean contains(String name) {
		String cluster = name.replaceFirst("^mesos\\.discovery\\.clusters\\.(?:<name>|[a-z0-9-]+)\\.",
				"mesos.discovery.");
		return this.properties.entrySet()
			.stream()
			.anyMatch((property) -> property.getKey().equals(cluster) || property.getKey().startsWith(cluster + ".")
					|| property.getValue().isMap() && cluster.startsWith(property.getKey() + "."));
	}

	/**
	 * Return whether an environment variable sets a property.
	 */
	boolean containsVariable(String name) {
		return this.properties.keySet()
			.stream()
			.anyMatch((key) -> name.replaceFirst("_CLUSTERS_[A-Z0-9]+_", "_")
				.equals(key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)));
	}

	/**
	 * A property.
	 *
	 * @param type the type, generics included
	 * @param description a text that ends with a full stop, or empty
	 * @param defaultValue the default, or empty for none
	 */
	record Property(String type, String description, String defaultValue) {

		private static Property of(JsonNode json) {
			return new Property(json.path("type").asString(""), json.path("description").asString(""),
					json.path("defaultValue").asString(""));
		}

		boolean isMap() {
			return this.type.startsWith("java.util.Map<");
		}

	}

}
