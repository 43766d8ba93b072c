package io.github.mesosdiscovery.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one measurement found: {@code <name>.md} with text, tables and charts, each chart
 * in a file of its own, and the figures as comma-separated values.
 */
public final class Results {

	private final Path directory;

	private final String name;

	private final StringBuilder text = new StringBuilder();

	/**
	 * Create results without content.
	 * @param directory where the files go
	 * @param name the name of the measurement
	 * @param machine where it runs
	 */
	public Results(Path directory, String name, Machine machine) {
		this.directory = directory;
		this.name = name;
		this.text.append("# ").append(name).append("\n\n").append(machine).append("\n");
	}

	/**
	 * Add a paragraph, and show it.
	 * @param paragraph the paragraph
	 */
	public void text(String paragraph) {
		System.out.println(paragraph);
		this.text.append('\n').append(paragraph).append('\n');
	}

	/**
	 * Add a table, show it, and write its figures to {@code <name>-<part>.csv}.
	 * @param part what it shows, fit for the name of a file
	 * @param table the table
	 */
	public void table(String part, Table table) {
		text(table.markdown());
		raw(part, table);
	}

	/**
	 * Write figures to {@code <name>-<part>.csv} only.
	 * @param part what they are, fit for the name of a file
	 * @param table the figures
	 */
	public void raw(String part, Table table) {
		write(this.name + "-" + part + ".csv", table.csv());
	}

	/**
	 * Write something else to {@code <name>-<part>} only.
	 * @param part what it is, with the extension of the file
	 * @param content the content of the file
	 */
	public void raw(String part, String content) {
		write(this.name + "-" + part, content);
	}

	/**
	 * Add a chart, and write it to {@code <name>-<part>.svg}.
	 * @param part what it shows, fit for the name of a file
	 * @param title its title, for those who cannot see it
	 * @param svg the chart
	 */
	public void chart(String part, String title, String svg) {
		String file = this.name + "-" + part + ".svg";
		write(file, svg);
		this.text.append("\n![").append(title).append("](").append(file).append(")\n");
	}

	/**
	 * Write the text.
	 */
	public void write() {
		write(this.name + ".md", this.text.toString());
	}

	private void write(String file, String content) {
		try {
			Files.createDirectories(this.directory);
			Files.writeString(this.directory.resolve(file), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
