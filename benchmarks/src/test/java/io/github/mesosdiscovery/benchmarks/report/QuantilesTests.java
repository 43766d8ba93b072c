package io.github.mesosdiscovery.benchmarks.report;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Quantiles}.
 */
class QuantilesTests {

	@Test
	void areMeasuredFigures() {
		Quantiles hundred = Quantiles.of(IntStream.rangeClosed(1, 100).mapToDouble((i) -> 101 - i).toArray());
		assertThat(hundred.at(0)).isEqualTo(1);
		assertThat(hundred.median()).isEqualTo(50);
		assertThat(hundred.p90()).isEqualTo(90);
		assertThat(hundred.p99()).isEqualTo(99);
		assertThat(hundred.at(100)).isEqualTo(100);
	}

	@Test
	void ofOneFigureEqualIt() {
		Quantiles one = Quantiles.of(7);
		assertThat(one.at(0)).isEqualTo(7);
		assertThat(one.median()).isEqualTo(7);
		assertThat(one.p99()).isEqualTo(7);
	}

	@Test
	void ofThreeHaveTheMiddleOneAsMedian() {
		assertThat(Quantiles.of(9, 1, 5).median()).isEqualTo(5);
	}

	@Test
	void needAFigure() {
		assertThatIllegalArgumentException().isThrownBy(Quantiles::of).withMessage("Nothing was measured");
	}

}
