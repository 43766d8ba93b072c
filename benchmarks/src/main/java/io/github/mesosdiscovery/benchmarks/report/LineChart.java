package io.github.mesosdiscovery.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Lines through measured points, one for each of what is compared. Either axis can be
 * logarithmic, with a mark at each power of ten.
 */
public final class LineChart {

	private static final int LEFT = 80;

	private static final int RIGHT = Svg.WIDTH - 230;

	private static final int TOP = 44;

	private static final int BOTTOM = 380;

	private final String title;

	private final Axis x;

	private final Axis y;

	private final List<Line> lines = new ArrayList<>();

	/**
	 * Create a chart without lines.
	 * @param title what it shows
	 * @param x what goes to the right
	 * @param y what goes up
	 */
	public LineChart(String title, Axis x, Axis y) {
		this.title = title;
		this.x = x;
		this.y = y;
	}

	/**
	 * Add a line.
	 * @param label what it stands for
	 * @param points its points, from left to right; on a logarithmic axis above zero
	 * @return this chart
	 */
	public LineChart line(String label, List<Point> points) {
		this.lines.add(new Line(label, List.copyOf(points)));
		return this;
	}

	/**
	 * Draw the chart.
	 * @return an SVG document
	 */
	public String svg() {
		Svg svg = new Svg(this.title, BOTTOM + 60);
		Scale across = scale(this.x, Point::x, LEFT, RIGHT);
		Scale up = scale(this.y, Point::y, BOTTOM, TOP);
		for (double mark : across.marks()) {
			svg.line(across.at(mark), TOP, across.at(mark), BOTTOM);
			svg.text(across.at(mark), BOTTOM + 18, "middle", number(mark), 12);
		}
		for (double mark : up.marks()) {
			svg.line(LEFT, up.at(mark), RIGHT, up.at(mark));
			svg.text(LEFT - 8, up.at(mark) + 4, "end", number(mark), 12);
		}
		svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", this.x.label(), 13);
		svg.text(RIGHT + 12, TOP, "start", this.y.label(), 13);
		for (int i = 0; i < this.lines.size(); i++) {
			draw(svg, this.lines.get(i), i, across, up);
		}
		return svg.toString();
	}

	private static void draw(Svg svg, Line line, int index, Scale across, Scale up) {
		StringBuilder path = new StringBuilder();
		for (Point point : line.points()) {
			path.append(path.isEmpty() ? 'M' : 'L')
				.append(String.format(Locale.ROOT, "%.1f %.1f", across.at(point.x()), up.at(point.y())));
			if (line.points().size() <= 20) {
				svg.dot(across.at(point.x()), up.at(point.y()), Svg.colour(index));
			}
		}
		svg.path(path.toString(), Svg.colour(index));
		double y = TOP + 24 + 20.0 * index;
		svg.box(RIGHT + 12, y - 10, 12, 12, Svg.colour(index));
		svg.text(RIGHT + 30, y, "start", line.label(), 12);
	}

	private Scale scale(Axis axis, ToDoubleFunction<Point> value, int from, int to) {
		double[] values = this.lines.stream().flatMap((line) -> line.points().stream()).mapToDouble(value).toArray();
		Quantiles all = Quantiles.of(values);
		return Scale.of(all.at(0), all.at(1), axis.logarithmic(), from, to);
	}

	private static String number(double mark) {
		return (mark >= 1_000_000) ? String.format(Locale.ROOT, "%.0e", mark)
				: (mark == Math.rint(mark)) ? String.format(Locale.ROOT, "%.0f", mark)
						: String.format(Locale.ROOT, "%.4g", mark).replaceAll("0+$", "");
	}

	/**
	 * What an axis shows.
	 *
	 * @param label the quantity and its unit
	 * @param logarithmic whether each step is ten times the last
	 */
	public record Axis(String label, boolean logarithmic) {
	}

	/**
	 * A point that was measured.
	 *
	 * @param x how far to the right
	 * @param y how far up
	 */
	public record Point(double x, double y) {
	}

	private record Line(String label, List<Point> points) {
	}

}
