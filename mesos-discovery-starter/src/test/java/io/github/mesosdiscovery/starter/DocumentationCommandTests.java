package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command of the documentation has valid syntax, and names modules, profiles,
 * properties, tests and files that exist. The sample runs those of the command.
 */
class DocumentationCommandTests {

	/** Properties of Maven's plugins. */
	private static final Set<String> OTHER_PROPERTIES = Set.of("altDeploymentRepository", "includes", "it.test",
			"surefire.failIfNoSpecifiedTests", "test", "threads");

	/** A goal whose plugin has a version in a POM, so that it needs none here. */
	private static final Pattern GOAL = Pattern.compile("([\\w.]+):([\\w-]+):\\w+");

	private static final Pattern PRODUCT = Pattern.compile("([\\w-]+)/target/([\\w.-]+)");

	/** The file that the CycloneDX plugin writes unless it has an {@code outputName}. */
	private static final Set<String> OTHER_PRODUCTS = Set.of("bom.json");

	private static final Set<String> CLASSES = Build.classes();

	@ParameterizedTest
	@MethodSource
	@DisabledOnOs(OS.WINDOWS)
	void syntaxIsValid(CodeBlock block) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
		try (var input = shell.outputWriter(UTF_8)) {
			input.write(block.text());
		}
		assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
		assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEmpty();
		assertThat(shell.exitValue()).isZero();
	}

	static Stream<CodeBlock> syntaxIsValid() {
		return CodeBlock.all("shell");
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void mavenOptionsExist(Document document) {
		Stream<String> inText = document.inlineCode().stream().map((code) -> code.replace('\n', ' '));
		Stream<String> inBlocks = lines(document).map((line) -> line.startsWith("-D") ? "mvn " + line : line);
		assertThat(Stream.concat(inText, inBlocks).filter((command) -> command.startsWith("mvn ")))
			.allSatisfy((command) -> assertThat(unknown(command)).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void filesAreProducts(Document document) {
		assertThat(lines(document).flatMap((command) -> PRODUCT.matcher(command).results()))
			.allSatisfy((file) -> assertThat(isProduct(file.group(1), file.group(2))).as(file.group()).isTrue());
	}

	@Test
	void mistakesAreFound() {
		assertThat(unknown("mvn -Pnone -pl sample-app,none -am verify -Dnone=1 -Dtest='NoTests,UpidTests'"))
			.containsExactlyInAnyOrder("-Pnone", "-pl none", "-Dnone=1", "-Dtest=NoTests");
		assertThat(unknown("mvn org.cyclonedx:none-maven-plugin:makeBom")).hasSize(1);
		assertThat(isProduct("sample-app", "sample-app.jar")).isFalse();
	}

	private static Stream<String> lines(Document document) {
		return CodeBlock.in(document.file())
			.filter((block) -> Set.of("", "shell").contains(block.language()))
			.flatMap((block) -> block.text().replace("\\\n", "").lines());
	}

	private static List<String> unknown(String command) {
		String[] words = command.replaceAll("[\"']", "").split("\\s+");
		Stream<String> options = Arrays.stream(words).flatMap(DocumentationCommandTests::unknownOption);
		Stream<String> modules = Arrays.stream(command.replaceFirst(".* -pl (\\S+).*|.*", "$1").split(","))
			.filter((module) -> !module.isEmpty() && !Build.hasModule(module))
			.map((module) -> "-pl " + module);
		return Stream.concat(options, modules).toList();
	}

	private static Stream<String> unknownOption(String word) {
		Matcher goal = GOAL.matcher(word);
		if (goal.matches()) {
			return Stream.of(word)
				.filter((plugin) -> !Build.poms()
					.matches("(?s).*<artifactId>%s</artifactId>\\s*<version>.*".formatted(goal.group(2))));
		}
		if (word.startsWith("-P")) {
			return Stream.of(word.substring(2).split(","))
				.filter((profile) -> !Build.hasProfile(profile))
				.map("-P"::concat);
		}
		if (word.startsWith("-Dtest=") || word.startsWith("-Dit.test=")) {
			return Stream.of(word.substring(word.indexOf('=') + 1).split(","))
				.filter((test) -> CLASSES.stream().noneMatch((name) -> name.matches(test.replace("*", ".*"))))
				.map("-Dtest="::concat);
		}
		return Stream.of(word)
			.filter((option) -> option.startsWith("-D"))
			.filter((option) -> !isProperty(option.substring(2).replaceFirst("=.*", "")));
	}

	private static boolean isProperty(String name) {
		return OTHER_PROPERTIES.contains(name) || Build.hasProperty(name);
	}

	private static boolean isProduct(String module, String file) {
		String pom = CodeBlock.read(Build.ROOT.resolve(module).resolve("pom.xml"));
		return OTHER_PRODUCTS.contains(file)
				|| pom.contains("<finalName>" + file.replaceFirst("\\.jar$", "") + "</finalName>");
	}

}
