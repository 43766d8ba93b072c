package io.github.mesosdiscovery.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars from zero, one below the other, each with its figure.
 */
public final class BarChart {

	private static final int LABELS = 310;

	private static final int FIGURES = 90;

	private static final int ROW = 30;

	private static final int TOP = 44;

	private final String title;

	private final String unit;

	private final List<Bar> bars = new ArrayList<>();

	/**
	 * Create a chart without bars.
	 * @param title what it shows
	 * @param unit the unit of its figures
	 */
	public BarChart(String title, String unit) {
		this.title = title;
		this.unit = unit;
	}

	/**
	 * Add a bar.
	 * @param label what it stands for
	 * @param figure how long it is
	 * @return this chart
	 */
	public BarChart bar(String label, double figure) {
		this.bars.add(new Bar(label, figure));
		return this;
	}

	/**
	 * Draw the chart.
	 * @return an SVG document
	 */
	public String svg() {
		Svg svg = new Svg(this.title, TOP + ROW * this.bars.size() + 12);
		double longest = this.bars.stream().mapToDouble(Bar::figure).max().orElse(1);
		double scale = (Svg.WIDTH - LABELS - FIGURES) / Math.max(longest, Double.MIN_NORMAL);
		for (int i = 0; i < this.bars.size(); i++) {
			Bar bar = this.bars.get(i);
			double y = TOP + (double) ROW * i;
			svg.text(LABELS - 10, y + 17, "end", bar.label(), 13);
			svg.box(LABELS, y + 3, bar.figure() * scale, ROW - 9, Svg.colour(i));
			svg.text(LABELS + bar.figure() * scale + 6, y + 17, "start", number(bar.figure()) + " " + this.unit, 13);
		}
		return svg.toString();
	}

	private static String number(double figure) {
		return String.format(Locale.ROOT, (figure >= 100) ? "%.0f" : (figure >= 10) ? "%.1f" : "%.2f", figure);
	}

	private record Bar(String label, double figure) {
	}

}
