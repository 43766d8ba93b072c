package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications in {@code src/it} and the sample consist of what the documentation
 * tells users to write, so it is compiled. The sample has a test for the package
 * {@code com.example.framework}.
 */
class DocumentationTests {

	private static final Path APPLICATIONS = Path.of("src", "it");

	private static final Path SAMPLE = Path.of("..", "sample-app", "src", "main", "java");

	private static final Set<String> LANGUAGES = Set.of("java", "xml", "properties", "yaml");

	/** The pages whose configuration the applications have, too. */
	private static final Set<String> FIRST_STEPS = Set.of("README.md", "getting-started.md", "configuration.md");

	@ParameterizedTest
	@MethodSource
	void blockIsInAnApplication(CodeBlock block) throws IOException {
		assertThat(files(block.fileName()).stream().anyMatch(block::isIn))
			.as("A file %s below %s or %s contains the block at %s:%n%s", block.fileName(), APPLICATIONS, SAMPLE, block,
					block.text())
			.isTrue();
	}

	static Stream<CodeBlock> blockIsInAnApplication() {
		return Document.all()
			.stream()
			.flatMap((document) -> CodeBlock.in(document.file()).filter((block) -> isExample(document, block)));
	}

	private static boolean isExample(Document document, CodeBlock block) {
		return "java".equals(block.language()) ? !block.text().startsWith("package com.example.framework;")
				: FIRST_STEPS.contains(document.toString()) && LANGUAGES.contains(block.language());
	}

	@Test
	void thereIsAnExampleOfEachKind() {
		assertThat(blockIsInAnApplication().map(CodeBlock::language)).containsAll(LANGUAGES);
	}

	private static List<String> files(String name) throws IOException {
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
		try (Stream<Path> files = Stream.concat(Files.walk(APPLICATIONS), Files.walk(SAMPLE))) {
			return files.filter((file) -> matcher.matches(file.getFileName())).map(CodeBlock::read).toList();
		}
	}

}
