package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property, environment variable and meter in the documentation exists.
 */
class DocumentationPropertyTests {

	private static final Pattern PROPERTY = Pattern
		.compile("(?:mesos\\.discovery|spring|server|management|logging|sample)(?:\\.[a-z0-9-]+|\\.<name>)+");

	private static final Pattern VARIABLE = Pattern.compile("MESOS_DISCOVERY_[A-Z_]+");

	/** Mistakes that the documentation explains. */
	private static final Set<String> MISTAKES = Set.of("mesos.discovery.zk.uri", "MESOS_DISCOVERY_ZKURL",
			"MESOS_DISCOVERY_ZK_SERVERS", "MESOS_DISCOVERY_CLUSTERS_US_EAST_ZK");

	/** Set by the build, or by Spring before there is an environment. */
	private static final Set<String> SYSTEM = Set.of("spring.aot.enabled", "spring.context.exit",
			"spring.context.checkpoint");

	private final Set<String> meters = meters();

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

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void environmentVariablesExist(Document document) {
		assertThat(VARIABLE.matcher(document.text()).results().map(MatchResult::group))
			.filteredOn((name) -> !MISTAKES.contains(name) && !this.metadata.containsVariable(name))
			.isEmpty();
	}

	@Test
	void unknownPropertiesAreFound() {
		assertThat(List.of("mesos.discovery.zk", "mesos.discovery.zk.session-timeout", "logging.level.com.example",
				"mesos.discovery.clusters.east.zk.username", "mesos.discovery.clusters.<name>.zk"))
			.allMatch(this::exists);
		assertThat(List.of("mesos.discovery.zk.session", "mesos.discovery.clusters.east.zk.user",
				"management.health.none"))
			.noneMatch(this::exists);
		assertThat(this.metadata.containsVariable("MESOS_DISCOVERY_CLUSTERS_EAST_ZK_SESSIONTIMEOUT")).isTrue();
		assertThat(this.metadata.containsVariable("MESOS_DISCOVERY_ZK_SESSION")).isFalse();
	}

	private boolean exists(String name) {
		return MISTAKES.contains(name) || SYSTEM.contains(name) || this.meters.contains(name)
				|| name.startsWith("sample.") || this.metadata.contains(name);
	}

	private static Set<String> meters() {
		try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("localhost:5050").build()) {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			new MesosDiscoveryMetrics(locator, locator.cluster()).bindTo(registry);
			return registry.getMeters().stream().map((meter) -> meter.getId().getName()).collect(Collectors.toSet());
		}
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
