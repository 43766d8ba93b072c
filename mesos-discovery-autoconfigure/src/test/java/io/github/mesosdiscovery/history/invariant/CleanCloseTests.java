package io.github.mesosdiscovery.history.invariant;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.masters;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CleanClose}.
 */
class CleanCloseTests {

	@Test
	void nothingIsLeft() {
		assertThat(new Sample().hear(0, masters(1, 1)).close(10, 20, List.of(), 0).check(new CleanClose())).isEmpty();
	}

	@Test
	void aThreadIsLeft() {
		assertThat(new Sample().close(10, 20, List.of("scheduler"), 0).check(new CleanClose())).hasSize(1);
	}

	@Test
	void aConnectionIsLeft() {
		assertThat(new Sample().rest(0, 1, 2, Set.of()).close(10, 20, List.of(), 1).check(new CleanClose())).hasSize(1);
	}

	@Test
	void anEventAfterwards() {
		assertThat(new Sample().hear(0, masters(30, 1)).close(10, 20, List.of(), 0).check(new CleanClose())).hasSize(1);
	}

	@Test
	void itTookTooLong() {
		assertThat(new Sample().close(10, 2100, List.of(), 0).check(new CleanClose())).hasSize(1);
	}

}
