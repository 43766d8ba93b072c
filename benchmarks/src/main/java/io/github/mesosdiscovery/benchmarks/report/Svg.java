package io.github.mesosdiscovery.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * The parts that charts are drawn of. Colours are told apart by those who see no red or
 * green, and read on light and on dark.
 */
final class Svg {

	static final int WIDTH = 760;

	private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00",
			"#56b4e9", "#999999");

	private final StringBuilder body = new StringBuilder();

	private final int height;

	Svg(String title, int height) {
		this.height = height;
		text(16, 26, "start", title, 16);
	}

	static String colour(int index) {
		return COLOURS.get(index % COLOURS.size());
	}

	void text(double x, double y, String anchor, String text, int size) {
		add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\">%s</text>", x, y, anchor, size,
				text.replace("&", "&amp;").replace("<", "&lt;"));
	}

	void box(double x, double y, double width, double height, String colour) {
		add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width, height, colour);
	}

	void line(double x1, double y1, double x2, double y2) {
		add("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#d0d7de\"/>", x1, y1, x2, y2);
	}

	void path(String points, String colour) {
		add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, colour);
	}

	void dot(double x, double y, String colour) {
		add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
	}

	private void add(String format, Object... values) {
		this.body.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

	@Override
	public String toString() {
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" fill="#1f2328">
				<rect width="100%%" height="100%%" fill="#ffffff"/>
				%s</svg>
				""".formatted(WIDTH, this.height, this.body);
	}

}
