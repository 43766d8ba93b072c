package io.github.mesosdiscovery.benchmarks.report;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Growth}.
 */
class GrowthTests {

	@Test
	void findsThePowerWhateverTheFactor() {
		assertThat(growth((n) -> 7 * n).exponent()).isEqualTo(1, within(1e-9));
		assertThat(growth((n) -> 0.1 * n * n).exponent()).isEqualTo(2, within(1e-9));
		assertThat(growth((n) -> 5).exponent()).isEqualTo(0, within(1e-9));
	}

	@Test
	void takesTheLineThatFitsBest() {
		// Of the slopes 1 and 3 on either side of ten.
		assertThat(growth((n) -> (n < 10) ? 1 : (n > 10) ? 10_000 : 10).exponent()).isEqualTo(2, within(1e-9));
		assertThat(growth(Math::log1p)).asString().startsWith("n^0.");
	}

	private static Growth growth(DoubleUnaryOperator cost) {
		return Growth
			.of(DoubleStream.of(1, 10, 100).mapToObj((n) -> new LineChart.Point(n, cost.applyAsDouble(n))).toList());
	}

}
