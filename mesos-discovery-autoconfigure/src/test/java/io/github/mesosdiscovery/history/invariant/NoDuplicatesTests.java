package io.github.mesosdiscovery.history.invariant;

import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.leader;
import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoDuplicates}.
 */
class NoDuplicatesTests {

	@Test
	void eachTellsSomethingNew() {
		assertThat(new Sample()
			.hear(0, leader(0, 1, null, seen(0, "a")), leader(1, 2, seen(0, "a"), seen(0, "b")),
					leader(2, 3, seen(0, "b"), null))
			.check(new NoDuplicates())).isEmpty();
	}

	@Test
	void theSameAgain() {
		assertThat(new Sample().hear(0, leader(0, 1, null, seen(0, "a")), leader(1, 2, seen(0, "a"), seen(0, "a")))
			.check(new NoDuplicates())).hasSize(1);
	}

	@Test
	void anotherPast() {
		assertThat(new Sample().hear(0, leader(0, 1, null, seen(0, "a")), leader(1, 2, null, seen(1, "b")))
			.check(new NoDuplicates())).hasSize(1);
	}

}
