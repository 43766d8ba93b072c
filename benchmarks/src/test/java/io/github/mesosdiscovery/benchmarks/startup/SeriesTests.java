package io.github.mesosdiscovery.benchmarks.startup;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Series} and for the figures that an application writes.
 */
class SeriesTests {

	private final Series series = new Series(
			List.of(round(100, 110), round(200, 210), round(1000, 3000), round(300, 330), round(400, 408)));

	@Test
	void comparesWithinARound() {
		assertThat(this.series.median("with", "ready")).isEqualTo(330);
		assertThat(this.series.ratio("with", "without", "ready")).isEqualTo(1.1);
	}

	@Test
	void countsAllForAMean() {
		assertThat(this.series.mean("without", "ready")).isEqualTo(400);
		assertThat(this.series.mean("without", "leader")).isNaN();
	}

	@Test
	void hasNoMedianOfWhatWasNotWritten() {
		assertThat(this.series.median("without", "leader")).isNaN();
	}

	@Test
	void findsFiguresAmongLinesOfALog() {
		assertThat(ApplicationStart.figures("INFO Started\nfigure ready=1500\nfigure main-cpu=7\nfigure ready=9\n"))
			.isEqualTo(Map.of("ready", 1500.0, "main-cpu", 7.0));
	}

	private static Map<String, Map<String, Double>> round(double without, double with) {
		return Map.of("without", Map.of("ready", without), "with", Map.of("ready", with));
	}

}
