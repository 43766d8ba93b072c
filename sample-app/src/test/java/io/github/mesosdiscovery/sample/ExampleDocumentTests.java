package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the example in the documentation with the one that is compiled and tested
 * here.
 */
class ExampleDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "testing-your-framework.md");

	private static final Path SOURCES = Path.of("src", "test", "java", "com", "example", "framework");

	private static final Pattern BLOCK = Pattern
		.compile("```java\n(package com\\.example\\.framework;.*?(?:class|interface) (\\w+).*?)```", Pattern.DOTALL);

	@Test
	void documentShowsTheSources() throws IOException {
		Map<String, String> documented = BLOCK.matcher(Files.readString(DOCUMENT))
			.results()
			.collect(Collectors.toMap((block) -> block.group(2) + ".java", (MatchResult block) -> block.group(1)));
		assertThat(documented).isEqualTo(sources());
	}

	private static Map<String, String> sources() throws IOException {
		try (Stream<Path> files = Files.list(SOURCES)) {
			return files.collect(Collectors.toMap((file) -> file.getFileName().toString(), ExampleDocumentTests::read));
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
