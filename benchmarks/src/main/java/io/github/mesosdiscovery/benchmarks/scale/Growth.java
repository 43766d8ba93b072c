package io.github.mesosdiscovery.benchmarks.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.mesosdiscovery.benchmarks.report.Fit;
import io.github.mesosdiscovery.benchmarks.report.LineChart;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Axis;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * Several quantities for growing numbers of one thing: as a table, as fitted curves and
 * as a chart.
 */
final class Growth {

	private static final double TOLERANCE = 0.05;

	private final String part;

	private final String thing;

	private final Map<String, List<Point>> quantities = new LinkedHashMap<>();

	/**
	 * Begin without figures.
	 * @param part what the files are called after
	 * @param thing what there is more and more of
	 */
	Growth(String part, String thing) {
		this.part = part;
		this.thing = thing;
	}

	Growth add(String quantity, int number, double value) {
		this.quantities.computeIfAbsent(quantity, (first) -> new ArrayList<>()).add(new Point(number, value));
		return this;
	}

	void report(Results results) {
		List<String> header = new ArrayList<>(List.of(this.thing));
		header.addAll(this.quantities.keySet());
		Table figures = Table.of(header.toArray(String[]::new));
		List<Point> first = this.quantities.values().iterator().next();
		for (int i = 0; i < first.size(); i++) {
			List<Object> row = new ArrayList<>(List.of((int) first.get(i).x()));
			for (List<Point> points : this.quantities.values()) {
				row.add(points.get(i).y());
			}
			figures.row(row.toArray());
		}
		results.table(this.part, figures);
		results.table(this.part + "-fit", fits());
		chart(results, "ms");
		chart(results, "KB");
	}

	private Table fits() {
		Table table = Table.of("n = " + this.thing, "constant", "error", "line", "error", "power law", "error", "best");
		this.quantities.forEach((quantity, points) -> {
			if (points.size() > 2 && points.stream().allMatch((point) -> point.y() > 0)) {
				Fit constant = Fit.constant(points);
				Fit line = Fit.line(points);
				Fit power = Fit.power(points);
				table.row(quantity, constant.formula(), percent(constant), line.formula(), percent(line),
						power.formula(), percent(power), best(constant, line, power));
			}
		});
		return table;
	}

	/** Growth that hardly explains more than its absence is none. */
	private static String best(Fit constant, Fit line, Fit power) {
		if (constant.error() - Math.min(line.error(), power.error()) < TOLERANCE) {
			return "constant";
		}
		return (line.error() <= power.error()) ? "line" : "power law";
	}

	private static String percent(Fit fit) {
		return String.format(Locale.ROOT, "%.0f %%", fit.error() * 100);
	}

	private void chart(Results results, String unit) {
		String title = unit + " for growing numbers of " + this.thing;
		LineChart chart = new LineChart(title, new Axis(this.thing, true), new Axis(unit, true));
		boolean empty = true;
		for (Map.Entry<String, List<Point>> quantity : this.quantities.entrySet()) {
			List<Point> shown = quantity.getValue().stream().filter((point) -> point.y() > 0).toList();
			if (quantity.getKey().endsWith(" " + unit) && !shown.isEmpty()) {
				chart.line(quantity.getKey().replace(", " + unit, ""), shown);
				empty = false;
			}
		}
		if (!empty) {
			results.chart(this.part + "-" + unit.toLowerCase(Locale.ROOT), title, chart.svg());
		}
	}

}
