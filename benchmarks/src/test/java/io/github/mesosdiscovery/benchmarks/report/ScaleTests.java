package io.github.mesosdiscovery.benchmarks.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Scale}.
 */
class ScaleTests {

	@Test
	void aLinearOneBeginsAtZeroAndEndsAtARoundNumber() {
		Scale scale = Scale.of(40, 93, false, 0, 100);
		assertThat(scale.low()).isZero();
		assertThat(scale.high()).isEqualTo(100);
		assertThat(scale.at(50)).isEqualTo(50, within(1e-9));
		assertThat(scale.marks()).contains(0, 100).hasSizeBetween(4, 11);
	}

	@Test
	void aLogarithmicOneHasPowersOfTen() {
		Scale scale = Scale.of(3, 10_000, true, 0, 100);
		assertThat(scale.marks()).containsExactly(1, 10, 100, 1000, 10_000);
		assertThat(scale.at(100)).isEqualTo(50, within(1e-9));
	}

	@Test
	void canRunUpwards() {
		Scale scale = Scale.of(0, 10, false, 300, 100);
		assertThat(scale.at(0)).isEqualTo(300);
		assertThat(scale.at(10)).isEqualTo(100);
	}

	@Test
	void ofOneValueIsNotEmpty() {
		assertThat(Scale.of(10, 10, true, 0, 1).marks()).containsExactly(10, 100);
		assertThat(Scale.of(0, 0, false, 0, 1).at(0)).isZero();
	}

}
