package io.github.mesosdiscovery.benchmarks.report;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.mesosdiscovery.benchmarks.report.LineChart.Axis;
import io.github.mesosdiscovery.benchmarks.report.LineChart.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the charts.
 */
class ChartTests {

	@Test
	void barsAreAsLongAsTheirFigures() throws Exception {
		Document chart = parse(new BarChart("a < b & c", "us").bar("one", 100).bar("half", 50).svg());
		double one = width(chart, 1);
		assertThat(width(chart, 2)).isEqualTo(one / 2);
		assertThat(chart.getDocumentElement().getTextContent()).contains("a < b & c", "one", "100 us", "50.0 us");
	}

	@Test
	void linesGoThroughTheirPoints() throws Exception {
		String svg = new LineChart("growth", new Axis("children", true), new Axis("ms", false))
			.line("ours", List.of(new Point(1, 0), new Point(100, 10)))
			.svg();
		assertThat(parse(svg).getDocumentElement().getTextContent()).contains("growth", "children", "ms", "ours");
		assertThat(svg).contains("M80.0 380.0L530.0 44.0");
	}

	private static double width(Document chart, int index) {
		return Double.parseDouble(
				chart.getElementsByTagName("rect").item(index).getAttributes().getNamedItem("width").getNodeValue());
	}

	private static Document parse(String svg) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

}
