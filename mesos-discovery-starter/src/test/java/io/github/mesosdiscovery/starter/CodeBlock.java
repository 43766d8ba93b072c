package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a Markdown file.
 *
 * @param document the file
 * @param line the line where the block starts
 * @param language what follows the fence, or empty
 * @param text what the block holds, without the indentation of the fence
 */
record CodeBlock(Path document, int line, String language, String text) {

	private static final Pattern FENCED = Pattern.compile("^( *)```(\\w*)\\n(.*?)^\\1```$",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("^(?:public )?(?:class|@?interface|record) (\\w+)",
			Pattern.MULTILINE);

	static Stream<CodeBlock> in(Path document) {
		String markdown = read(document);
		return FENCED.matcher(markdown)
			.results()
			.map((block) -> new CodeBlock(document, 1 + (int) markdown.substring(0, block.start()).lines().count(),
					block.group(2), block.group(3).replaceAll("(?m)^" + block.group(1), "")));
	}

	/**
	 * Return the blocks of the whole documentation in a language.
	 */
	static Stream<CodeBlock> all(String language) {
		return Document.all()
			.stream()
			.flatMap((document) -> in(document.file()))
			.filter((block) -> block.language().equals(language));
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the name of the file that has to contain this block: nothing else if it is a
	 * Java file, otherwise among other lines, with any indentation.
	 */
	String fileName() {
		return switch (this.language) {
			case "java" -> isFile() ? type() + ".java" : "*.java";
			case "xml" -> "pom.xml";
			default -> "application*." + this.language;
		};
	}

	private boolean isFile() {
		return this.text.startsWith("package ");
	}

	private String type() {
		Matcher matcher = TYPE.matcher(this.text);
		return matcher.find() ? matcher.group(1) : "?";
	}

	boolean isIn(String file) {
		if (isFile()) {
			return file.equals(this.text);
		}
		return lines(file).contains(lines(this.text));
	}

	private static String lines(String text) {
		List<String> stripped = text.lines().map(String::strip).toList();
		return "\n" + String.join("\n", stripped) + "\n";
	}

	@Override
	public String toString() {
		return this.document.getFileName() + ":" + this.line + " " + this.language;
	}

}
