package io.github.mesosdiscovery.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows under one header. Decimal numbers are shown with three significant digits.
 */
public final class Table {

	private final List<String> header;

	private final List<List<Object>> rows = new ArrayList<>();

	private Table(List<String> header) {
		this.header = header;
	}

	/** Return a table without rows. */
	public static Table of(String... header) {
		return new Table(List.of(header));
	}

	/** Add a row. */
	public Table row(Object... cells) {
		if (cells.length != this.header.size()) {
			throw new IllegalArgumentException("Expected a cell for each of " + this.header);
		}
		this.rows.add(List.of(cells));
		return this;
	}

	/** Return the table as Markdown. */
	public String markdown() {
		Stream<List<String>> cells = this.rows.stream().map((row) -> row.stream().map(Table::text).toList());
		List<String> rule = this.header.stream().map((head) -> "---").toList();
		return Stream.concat(Stream.of(this.header, rule), cells)
			.map((row) -> "| " + String.join(" | ", row) + " |\n")
			.collect(Collectors.joining());
	}

	/** Return the table as comma-separated values, with all digits. */
	public String csv() {
		return Stream.concat(Stream.of(this.header), this.rows.stream())
			.map((row) -> row.stream().map(Table::quoted).collect(Collectors.joining(",")) + "\n")
			.collect(Collectors.joining());
	}

	private static String text(Object cell) {
		if (!(cell instanceof Double || cell instanceof Float)) {
			return cell.toString();
		}
		double number = ((Number) cell).doubleValue();
		double size = Math.abs(number);
		int digits = (size >= 100) ? 0 : (size >= 10) ? 1 : (size >= 1) ? 2 : 3;
		return String.format(Locale.ROOT, "%." + digits + "f", number);
	}

	private static String quoted(Object cell) {
		String text = cell.toString();
		return (text.contains(",") || text.contains("\"")) ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

}
