package io.github.mesosdiscovery.benchmarks.report;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Charts}.
 */
class ChartTests {

	@BeforeAll
	static void useNoScreen() {
		System.setProperty("java.awt.headless", "true");
	}

	@Test
	void barsHaveLabelsAndFigures() throws Exception {
		String svg = Charts.bars("a < b & c", "us", Map.of("one", 100.0, "half", 50.25));
		assertThat(text(svg)).contains("a < b & c", "one", "half", "100", "50.25");
	}

	@Test
	void linesHaveAxesAndLegend() throws Exception {
		String svg = Charts.lines("growth", "children", "ms",
				List.of(new Line("ours", new double[] { 1, 100 }, new double[] { 0, 10 })));
		assertThat(text(svg)).contains("growth", "children", "ours", "10");
	}

	private static String text(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
		return document.getDocumentElement().getTextContent();
	}

}
