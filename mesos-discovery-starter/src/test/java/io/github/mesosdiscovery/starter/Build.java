package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The POMs and the sources of this build.
 */
final class Build {

	static final Path ROOT = Path.of("..");

	private static final String POMS = readPoms();

	private Build() {
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

	/**
	 * Return the simple names of all classes with a file of their own.
	 */
	static Set<String> classes() {
		return modules().map((module) -> module.resolve("src"))
			.filter(Files::exists)
			.flatMap(Build::sources)
			.map((file) -> file.getFileName().toString().replace(".java", ""))
			.collect(Collectors.toSet());
	}

	static Stream<Path> sources(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String readPoms() {
		return Stream.concat(Stream.of(ROOT), modules())
			.map((module) -> CodeBlock.read(module.resolve("pom.xml")))
			.collect(Collectors.joining());
	}

	private static Stream<Path> modules() {
		try (Stream<Path> directories = Files.list(ROOT)) {
			return directories.filter((directory) -> Files.exists(directory.resolve("pom.xml"))).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
