package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The POMs of this build.
 */
final class Maven {

	static final Path ROOT = Path.of("..");

	private static final String POMS = readPoms();

	private Maven() {
	}

	/**
	 * Return the text of all POMs, one after the other.
	 */
	static String poms() {
		return POMS;
	}

	static boolean hasModule(String module) {
		return Files.exists(ROOT.resolve(module).resolve("pom.xml"));
	}

	static boolean hasProfile(String profile) {
		return POMS.contains("<profile>\n\t\t\t<id>" + profile + "</id>");
	}

	/**
	 * Return whether a POM defines or reads a property.
	 */
	static boolean hasProperty(String name) {
		return POMS.contains("<" + name + ">") || POMS.contains("<" + name + " />") || POMS.contains("${" + name + "}")
				|| POMS.contains("<property>" + name + "</property>");
	}

	/**
	 * Return the value of a property, or an empty text if no POM defines it.
	 */
	static String property(String name) {
		Matcher matcher = Pattern.compile("<" + Pattern.quote(name) + ">(.*?)<").matcher(POMS);
		return matcher.find() ? matcher.group(1) : "";
	}

	private static String readPoms() {
		try (Stream<Path> modules = Files.list(ROOT)) {
			return Stream.concat(Stream.of(ROOT), modules)
				.map((module) -> module.resolve("pom.xml"))
				.filter(Files::exists)
				.map(CodeBlock::read)
				.collect(Collectors.joining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
