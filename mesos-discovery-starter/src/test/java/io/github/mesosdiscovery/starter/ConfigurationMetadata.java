package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration properties of all libraries on the class path.
 *
 * @param types the type of each property by its name
 */
record ConfigurationMetadata(Map<String, String> types) {

	private static final String RESOURCE = "META-INF/spring-configuration-metadata.json";

	static ConfigurationMetadata load() throws IOException {
		Map<String, String> types = new TreeMap<>();
		for (URL url : Collections.list(ConfigurationMetadata.class.getClassLoader().getResources(RESOURCE))) {
			try (InputStream in = url.openStream()) {
				JsonNode properties = JsonMapper.shared().readTree(in).path("properties");
				properties.forEach(
						(property) -> types.put(property.path("name").asString(), property.path("type").asString("")));
			}
		}
		return new ConfigurationMetadata(types);
	}

	/**
	 * Return whether there is a property of this name, or one that has this name as the
	 * key of a map or as a group.
	 */
	boolean contains(String name) {
		String cluster = name.replaceFirst("^mesos\\.discovery\\.clusters\\.(?:<name>|[a-z0-9-]+)\\.",
				"mesos.discovery.");
		return this.types.entrySet()
			.stream()
			.anyMatch((property) -> property.getKey().equals(cluster) || property.getKey().startsWith(cluster + ".")
					|| property.getValue().startsWith("java.util.Map<") && cluster.startsWith(property.getKey() + "."));
	}

}
