package io.github.mesosdiscovery.starter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.URIParameter;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;

import io.github.mesosdiscovery.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every code block of the documentation has a test: those of other languages are here.
 */
class DocumentationBlockTests {

	/** Java and Kotlin are compiled, the rest is compared with what it is about. */
	private static final Set<String> CHECKED = Set.of("java", "kotlin", "json", "xml", "groovy", "yaml", "properties",
			"shell");

	/** The library has tests that run the queries and print the failure analyses. */
	private static final Set<String> CHECKED_BY_THE_LIBRARY = Set.of("promql", "text");

	/**
	 * GitHub draws these; nothing on the JVM parses them. Only their names are compared.
	 */
	private static final String DIAGRAM = "mermaid";

	private static final Pattern STATE = Pattern.compile("\\b[A-Z]{2,}\\b");

	private static final Pattern PACKAGES = Pattern.compile("\\[\"([a-z., ]+)(?:: .*)?\"]");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void everyBlockHasATest() {
		assertThat(Document.all().stream().flatMap((document) -> CodeBlock.in(document.file())))
			.filteredOn((block) -> !CHECKED.contains(block.language())
					&& !CHECKED_BY_THE_LIBRARY.contains(block.language()) && !block.language().equals(DIAGRAM))
			.allSatisfy((block) -> assertThat(block.language()).isEmpty())
			.allSatisfy((block) -> assertThat(block.text()).containsPattern("^(?:-D|Client \\{)"));
	}

	@Test
	void everyFenceIsFound() {
		assertThat(Document.all()).allSatisfy((document) -> assertThat(CodeBlock.in(document.file()))
			.hasSize((int) document.text().lines().filter((line) -> line.strip().startsWith("```")).count() / 2));
	}

	@Test
	void loginModulesExist() throws Exception {
		for (CodeBlock block : CodeBlock.all("").filter((jaas) -> jaas.text().startsWith("Client ")).toList()) {
			Path file = Files.writeString(this.directory.resolve("jaas-" + block.line()), block.text());
			AppConfigurationEntry[] entries = Configuration
				.getInstance("JavaLoginConfig", new URIParameter(file.toUri()))
				.getAppConfigurationEntry("Client");
			assertThat(entries).as(block.toString()).hasSize(1);
			assertThat(Class.forName(entries[0].getLoginModuleName(), false, getClass().getClassLoader())).isNotNull();
		}
	}

	@ParameterizedTest
	@MethodSource
	void diagramNamesExist(CodeBlock block) {
		if (block.text().startsWith("stateDiagram")) {
			assertThat(STATE.matcher(block.text()).results().map((state) -> state.group()).distinct())
				.containsExactlyInAnyOrderElementsOf(
						Arrays.stream(ConnectionState.values()).map(Enum::name).collect(Collectors.toSet()));
		}
		else {
			Path root = Path.of("..", "mesos-discovery-autoconfigure", "src", "main", "java", "io", "github",
					"mesosdiscovery");
			assertThat(PACKAGES.matcher(block.text())
				.results()
				.flatMap((match) -> Stream.of(match.group(1).split(", ")))
				.filter((name) -> !name.equals("root"))).isNotEmpty()
				.allSatisfy((name) -> assertThat(root.resolve(name.replace('.', '/'))).isDirectory());
		}
	}

	static Stream<CodeBlock> diagramNamesExist() {
		return CodeBlock.all(DIAGRAM);
	}

}
