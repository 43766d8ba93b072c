package io.github.mesosdiscovery.sample.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the code in the documentation of the framework with the code that runs.
 * Examples in the package {@code com.example} are compared elsewhere.
 */
class FrameworkDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "framework.md");

	private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "mesosdiscovery", "sample",
			"framework");

	private static final Pattern BLOCK = Pattern.compile("```java\n(?!package com\\.example;)(.*?)```", Pattern.DOTALL);

	@Test
	void documentShowsTheSources() throws IOException {
		List<String> sources = sources();
		List<String> blocks = BLOCK.matcher(Files.readString(DOCUMENT))
			.results()
			.map((block) -> block.group(1))
			.toList();
		assertThat(blocks).hasSizeGreaterThan(5)
			.allSatisfy((block) -> assertThat(sources).anyMatch((source) -> source.contains(block)));
	}

	private static List<String> sources() throws IOException {
		try (Stream<Path> files = Files.list(SOURCES)) {
			return files.map(FrameworkDocumentTests::read).toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
