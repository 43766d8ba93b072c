package io.github.mesosdiscovery.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.DefaultDrawingSupplier;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Charts as SVG documents.
 */
final class Charts {

	private static final int WIDTH = 760;

	private static final String FONT = Font.SANS_SERIF;

	/** Readers with colour blindness can tell them apart. */
	private static final Color[] COLOURS = { new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73),
			new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9), new Color(0x999999) };

	private Charts() {
	}

	static String bars(String title, String unit, Map<String, Double> bars) {
		DefaultCategoryDataset data = new DefaultCategoryDataset();
		bars.forEach((label, figure) -> data.addValue(figure, unit, label));
		JFreeChart chart = ChartFactory.createBarChart(title, null, unit, data, PlotOrientation.HORIZONTAL, false,
				false, false);
		BarRenderer renderer = (BarRenderer) chart.getCategoryPlot().getRenderer();
		renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}",
				new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))));
		renderer.setDefaultItemLabelsVisible(true);
		chart.getCategoryPlot().getRangeAxis().setUpperMargin(0.1);
		return svg(chart, 110 + 30 * bars.size());
	}

	static String lines(String title, String xAxis, String yAxis, List<Line> lines) {
		XYSeriesCollection data = new XYSeriesCollection();
		for (Line line : lines) {
			XYSeries series = new XYSeries(line.label(), false, true);
			for (int i = 0; i < line.x().length; i++) {
				series.add(line.x()[i], line.y()[i]);
			}
			data.addSeries(series);
		}
		JFreeChart chart = ChartFactory.createXYLineChart(title, xAxis, yAxis, data);
		LogarithmicAxis axis = new LogarithmicAxis(xAxis);
		axis.setExpTickLabelsFlag(false);
		chart.getXYPlot().setDomainAxis(axis);
		((XYLineAndShapeRenderer) chart.getXYPlot().getRenderer()).setDrawSeriesLineAsPath(true);
		return svg(chart, 440);
	}

	private static String svg(JFreeChart chart, int height) {
		StandardChartTheme theme = new StandardChartTheme("benchmarks");
		theme.setPlotBackgroundPaint(Color.WHITE);
		theme.setDomainGridlinePaint(Color.LIGHT_GRAY);
		theme.setRangeGridlinePaint(Color.LIGHT_GRAY);
		theme.setBarPainter(new StandardBarPainter());
		theme.setDrawingSupplier(new DefaultDrawingSupplier(COLOURS,
				DefaultDrawingSupplier.DEFAULT_OUTLINE_PAINT_SEQUENCE, DefaultDrawingSupplier.DEFAULT_STROKE_SEQUENCE,
				DefaultDrawingSupplier.DEFAULT_OUTLINE_STROKE_SEQUENCE, DefaultDrawingSupplier.DEFAULT_SHAPE_SEQUENCE));
		theme.setShadowVisible(false);
		theme.setExtraLargeFont(new Font(FONT, Font.BOLD, 15));
		theme.setLargeFont(new Font(FONT, Font.PLAIN, 13));
		theme.setRegularFont(new Font(FONT, Font.PLAIN, 12));
		theme.setSmallFont(new Font(FONT, Font.PLAIN, 12));
		theme.apply(chart);
		VectorGraphics2D graphics = new VectorGraphics2D();
		chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
		ByteArrayOutputStream svg = new ByteArrayOutputStream();
		try {
			new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(WIDTH, height)).writeTo(svg);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// The processor writes neither the family nor a size of 12.
		return svg.toString(StandardCharsets.UTF_8)
			.replaceFirst("<svg ", "<svg font-family=\"sans-serif\" font-size=\"12\" ");
	}

}
