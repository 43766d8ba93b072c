package io.github.mesosdiscovery.starter;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JSON in the documentation has the keys of the endpoint and of health. The sample
 * has tests for what the sample itself answers.
 */
class DocumentationJsonTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/** What the sample answers at {@code /framework}, and what its command prints. */
	private static final Set<String> SAMPLE = Set.of("framework.md", "mesos-leader.md");

	private static final String LEFT_OUT = "\"...\"";

	@ParameterizedTest
	@MethodSource
	void keysAreThoseOfTheAnswer(CodeBlock block) {
		JsonNode json = MAPPER.readTree(block.text().replace('[' + LEFT_OUT + ']', "[]"));
		if (json.has("connection")) {
			assertThat(MAPPER.valueToTree(MAPPER.treeToValue(json, MesosDescriptor.class)).toPrettyString())
				.isEqualTo(json.toPrettyString());
		}
		else if (json.has("components")) {
			assertThat(json.propertyNames()).containsExactly("status", "components");
			assertThat(json.get("components"))
				.allSatisfy((health) -> assertThat(health.propertyNames()).containsExactly("status", "details"));
		}
		else if (json.has("details")) {
			assertThat(keys("", json)).isEqualTo(keys("", MAPPER.valueToTree(health())));
		}
		else {
			assertThat(SAMPLE).contains(block.document().getFileName().toString());
		}
	}

	static Stream<CodeBlock> keysAreThoseOfTheAnswer() {
		return CodeBlock.all("json");
	}

	private static Object health() {
		MasterSnapshot snapshot = MasterSnapshot.of(new MesosMaster("json.info_0000000002", 2, 8, "id", "localhost",
				"127.0.0.1", 5051, "master@127.0.0.1:5051", "1.11.0", URI.create("http://127.0.0.1:5051"), null,
				List.of(), MasterInfo.getDefaultInstance()));
		return new MesosHealthIndicator(new MesosMasterLocator() {

			@Override
			public MasterSnapshot snapshot() {
				return snapshot;
			}

			@Override
			public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
				return new CompletableFuture<>();
			}

			@Override
			public Optional<Instant> lastContact() {
				return Optional.of(Instant.EPOCH);
			}

		}).health();
	}

	private static Set<String> keys(String path, JsonNode json) {
		Set<String> keys = new TreeSet<>();
		json.properties().forEach((property) -> {
			String key = path + "/" + property.getKey();
			keys.add(key);
			keys.addAll(keys(key, property.getValue()));
		});
		return keys;
	}

}
