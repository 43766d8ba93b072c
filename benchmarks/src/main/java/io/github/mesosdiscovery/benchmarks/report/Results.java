package io.github.mesosdiscovery.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Results of one measurement: {@code <name>.md} with text, tables and charts, a file for
 * each chart, and the figures as comma-separated values.
 */
public final class Results {

	private final Path directory;

	private final String name;

	private final StringBuilder text = new StringBuilder();

	/** Create results without content. */
	public Results(Path directory, String name) throws InterruptedException {
		this.directory = directory;
		this.name = name;
		this.text.append("# ").append(name).append("\n\n").append(Machine.describe()).append("\n");
	}

	/** Add a paragraph, and print it. */
	public void text(String paragraph) {
		System.out.println(paragraph);
		this.text.append('\n').append(paragraph).append('\n');
	}

	/** Add a table, print it, and write its figures to {@code <name>-<part>.csv}. */
	public void table(String part, Table table) {
		text(table.markdown());
		raw(part, table);
	}

	/** Write figures to {@code <name>-<part>.csv} only. */
	public void raw(String part, Table table) {
		write("-" + part + ".csv", table.csv());
	}

	/** Add a bar chart, and write it to {@code <name>-<part>.svg}. */
	public void bars(String part, String title, String unit, Map<String, Double> bars) {
		chart(part, title, Charts.bars(title, unit, bars));
	}

	/**
	 * Add a line chart with a logarithmic x axis, and write it to
	 * {@code <name>-<part>.svg}.
	 */
	public void lines(String part, String title, String xAxis, String yAxis, List<Line> lines) {
		chart(part, title, Charts.lines(title, xAxis, yAxis, lines));
	}

	private void chart(String part, String title, String svg) {
		write("-" + part + ".svg", svg);
		this.text.append("\n![%s](%s-%s.svg)\n".formatted(title, this.name, part));
	}

	/** Write the text. */
	public void write() {
		write(".md", this.text.toString());
	}

	private void write(String suffix, String content) {
		try {
			Files.createDirectories(this.directory);
			Files.writeString(this.directory.resolve(this.name + suffix), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
