package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown file of the documentation.
 *
 * @param file the file
 * @param text what it contains
 */
record Document(Path file, String text) {

	private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	static List<Document> all() {
		try (Stream<Path> root = Files.list(Build.ROOT); Stream<Path> pages = Files.list(Build.ROOT.resolve("docs"))) {
			return Stream.concat(root.sorted(), pages.sorted())
				.filter((file) -> file.toString().endsWith(".md"))
				.map(Document::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Document read(Path file) {
		return new Document(file, CodeBlock.read(file));
	}

	/**
	 * Return the anchors of the headings, as GitHub forms them.
	 */
	Set<String> anchors() {
		return HEADING.matcher(prose())
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	/**
	 * Return the targets of the links, web addresses left out.
	 */
	List<String> links() {
		return matches(LINK).filter((target) -> !target.matches("https?:.*")).toList();
	}

	/**
	 * Return what is marked as code within the text.
	 */
	List<String> inlineCode() {
		return matches(CODE).toList();
	}

	private Stream<String> matches(Pattern pattern) {
		return pattern.matcher(prose()).results().map((MatchResult match) -> match.group(1));
	}

	private String prose() {
		return FENCED.matcher(this.text).replaceAll("");
	}

	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

}
