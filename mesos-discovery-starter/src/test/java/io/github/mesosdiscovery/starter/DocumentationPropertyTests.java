package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property in the documentation exists.
 */
class DocumentationPropertyTests {

	private static final Pattern PROPERTY = Pattern
		.compile("(?:mesos\\.discovery|spring|server|management|logging|sample)(?:\\.[a-z0-9-]+|\\.<name>)+");

	/** Mistakes that the documentation explains. */
	private static final Set<String> MISTAKES = Set.of("mesos.discovery.zk.uri", "mesos.discovery.zk-url");

	/** Set by the build, or by Spring before there is an environment. */
	private static final Set<String> SYSTEM = Set.of("spring.aot.enabled", "spring.context.exit",
			"spring.context.checkpoint");

	private static final Set<String> METERS = Set.of("mesos.discovery.masters", "mesos.discovery.leader.known",
			"mesos.discovery.leader.changes", "mesos.discovery.reads", "mesos.discovery.publish");

	private final ConfigurationMetadata metadata;

	DocumentationPropertyTests() throws IOException {
		this.metadata = ConfigurationMetadata.load();
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void propertiesExist(Document document) {
		Stream<String> inText = document.inlineCode()
			.stream()
			.map((code) -> code.replaceFirst("^-[D-]", "").replaceFirst("[=:].*", ""))
			.filter((code) -> PROPERTY.matcher(code).matches());
		Stream<String> inBlocks = CodeBlock.in(document.file()).flatMap(DocumentationPropertyTests::keys);
		assertThat(Stream.concat(inText, inBlocks)).filteredOn((name) -> !exists(name)).isEmpty();
	}

	@Test
	void unknownPropertiesAreFound() {
		assertThat(List.of("mesos.discovery.zk", "mesos.discovery.zk.session-timeout", "logging.level.com.example",
				"mesos.discovery.clusters.east.zk.username", "mesos.discovery.clusters.<name>.zk"))
			.allMatch(this::exists);
		assertThat(List.of("mesos.discovery.zk.session", "mesos.discovery.clusters.east.zk.user",
				"management.health.none"))
			.noneMatch(this::exists);
	}

	private boolean exists(String name) {
		return MISTAKES.contains(name) || SYSTEM.contains(name) || METERS.contains(name) || name.startsWith("sample.")
				|| this.metadata.contains(name);
	}

	private static Stream<String> keys(CodeBlock block) {
		return switch (block.language()) {
			case "properties" -> block.text()
				.lines()
				.filter((line) -> line.contains("=") && !line.startsWith("#"))
				.map((line) -> line.substring(0, line.indexOf('=')).strip());
			case "yaml" -> yamlKeys(block.text());
			default -> Stream.empty();
		};
	}

	private static Stream<String> yamlKeys(String text) {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ByteArrayResource(text.getBytes(UTF_8)));
		return yaml.getObject().stringPropertyNames().stream().filter((name) -> PROPERTY.matcher(name).matches());
	}

}
