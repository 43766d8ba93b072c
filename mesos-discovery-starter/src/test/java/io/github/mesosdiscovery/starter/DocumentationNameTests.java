package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every logger, endpoint, file, class and message that the documentation names exists.
 */
class DocumentationNameTests {

	private static final Pattern LOGGER = Pattern.compile("logging\\.level\\.([\\w.]+)");

	private static final Pattern ENDPOINT = Pattern.compile("(?<!reference)/actuator/(\\w+)");

	/** The endpoint of another library, which has no effect on this one. */
	private static final Set<String> OTHER_ENDPOINTS = Set.of("refresh");

	private static final Pattern FILE = Pattern
		.compile("(?:\\.ci|docs|benchmarks|sample-app|mesos-discovery-[a-z]+|src/it)(?:/[\\w.-]+)+");

	private static final Pattern GENERATED = Pattern.compile(".*/target/.*|benchmarks/results");

	/** The pages for contributors, which name classes of this project. */
	private static final Set<String> CONTRIBUTING = Set.of("architecture.md", "election.md", "reliability.md",
			"testing.md");

	private static final Pattern CLASS = Pattern.compile("^@?([A-Z][a-z]+[A-Z]\\w*)(?:\\.\\w+)?");

	private static final Set<String> OTHER_CLASSES = Set.of("EventListener", "InterruptedException", "MasterInfo",
			"NodeDeleted", "WatchedEvent");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	/** The first column of a table whose rows are messages. */
	private static final Pattern MESSAGE = Pattern.compile("^\\| ([^|]*`[^|]* [^|]*`[^|]*) \\|", Pattern.MULTILINE);

	private static final Pattern QUOTE = Pattern.compile("((?:^> .*\n)+)", Pattern.MULTILINE);

	/** The values in quoted messages, and what joins their parts. */
	private static final String VALUE = "ZooKeeper at zk1:2181|/mesos|foo(?:_\\d+)?|json\\.info_\\d+|\\d[\\d.]*|<nil>"
			+ "|hostname|jute\\.maxbuffer|\\w+Exception|expected|\\[\\.\\.\\.]|[.,:;] |'";

	/** The message of Java, if protobuf is too old. */
	private static final String OTHER_MESSAGE = "NoClassDefFoundError";

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void loggersExist(Document document) {
		assertThat(matches(LOGGER, document.text())).filteredOn((name) -> !isLogger(name)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void endpointsExist(Document document) throws IOException {
		ConfigurationMetadata metadata = ConfigurationMetadata.load();
		assertThat(matches(ENDPOINT, document.text()))
			.filteredOn((id) -> !OTHER_ENDPOINTS.contains(id)
					&& !metadata.properties().containsKey("management.endpoint." + id + ".access"))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void filesExist(Document document) {
		assertThat(document.inlineCode()).filteredOn((code) -> FILE.matcher(code).matches())
			.filteredOn((code) -> !GENERATED.matcher(code).matches() && !Files.exists(Build.ROOT.resolve(code))
					&& !Files.exists(Path.of(code)))
			.isEmpty();
	}

	@Test
	void classesExist() {
		Set<String> classes = Build.classes();
		assertThat(Document.all()).filteredOn((document) -> CONTRIBUTING.contains(document.toString()))
			.hasSize(CONTRIBUTING.size())
			.allSatisfy((document) -> assertThat(document.inlineCode().stream().flatMap((code) -> matches(CLASS, code)))
				.filteredOn((name) -> !OTHER_CLASSES.contains(name) && !classes.contains(name))
				.isEmpty());
	}

	@Test
	void messagesExist() {
		String messages = Build.sources(Build.ROOT.resolve("mesos-discovery-autoconfigure/src/main"))
			.map(CodeBlock::read)
			.map((source) -> source.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\""))
			.collect(Collectors.joining());
		String document = CodeBlock.read(Build.ROOT.resolve("docs/troubleshooting.md"));
		Stream<String> symptoms = matches(MESSAGE, document).flatMap((cell) -> matches(CODE, cell))
			.filter((code) -> code.contains(" ") && !code.startsWith(OTHER_MESSAGE))
			.flatMap((code) -> Stream.of(code.split("…")));
		Stream<String> quotes = matches(QUOTE, document).map((quote) -> quote.replaceAll("\\s*\n> |^> ", " "))
			.filter((quote) -> !quote.contains(OTHER_MESSAGE))
			.flatMap((quote) -> Stream.of(quote.split(VALUE)))
			.map((text) -> text.replaceAll("^[ .,;()\n]+|[ .,;()\n]+$", ""));
		List<String> quoted = Stream.concat(symptoms, quotes).toList();
		assertThat(quoted).hasSizeGreaterThan(40).filteredOn((text) -> !messages.contains(text)).isEmpty();
	}

	private static boolean isLogger(String name) {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		String path = name.replace('.', '/');
		try {
			return resolver.getResource("classpath:" + path + ".class").exists()
					|| resolver.getResources("classpath*:" + path + "/*.class").length > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
	}

}
