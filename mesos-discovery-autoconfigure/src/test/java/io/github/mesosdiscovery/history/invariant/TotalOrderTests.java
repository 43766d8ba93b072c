package io.github.mesosdiscovery.history.invariant;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.leader;
import static io.github.mesosdiscovery.history.invariant.Sample.masters;
import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TotalOrder}.
 */
class TotalOrderTests {

	@Test
	void allHearAll() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, leader(0, 1, null, seen(0, "a")), masters(0, 1), leader(1, 2, seen(0, "a"), seen(1, "b")),
					masters(1, 2))
			.hear(0, leader(0, 1, null, seen(0, "a")), masters(0, 1), leader(1, 2, seen(0, "a"), seen(1, "b")),
					masters(1, 2))
			.rest(0, 5, 6, Set.of())
			.check(new TotalOrder())).isEmpty();
	}

	@Test
	void aLateOneGoesOn() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(1, leader(1, 2, seen(0, "a"), seen(1, "b")), masters(1, 2))
			.rest(0, 5, 6, Set.of())
			.check(new TotalOrder())).isEmpty();
	}

	@Test
	void oneThatIsClosedHearsNoMore() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, leader(0, 1, null, seen(0, "a")))
			.check(new TotalOrder())).isEmpty();
	}

	@Test
	void oneIsLeftOut() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, leader(0, 1, null, seen(0, "a")), leader(1, 2, seen(0, "a"), seen(1, "b")))
			.check(new TotalOrder())).hasSize(1);
	}

	@Test
	void anotherOrder() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, masters(0, 1), leader(0, 1, null, seen(0, "a")))
			.check(new TotalOrder())).hasSize(1);
	}

	@Test
	void whatIsOverIsLeftOut() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.publish(2, 15, seen(2, "c"))
			.hear(0, leader(0, 1, null, seen(0, "a")), masters(0, 1), leader(3, 3, seen(0, "a"), seen(2, "c")),
					masters(3, 3))
			.rest(0, 5, 6, Set.of())
			.check(new TotalOrder())).isEmpty();
	}

	@Test
	void anEarlierOneAfterALaterOne() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, leader(0, 2, null, seen(1, "b")), masters(0, 2), leader(1, 1, seen(1, "b"), seen(0, "a")),
					masters(1, 1))
			.check(new TotalOrder())).hasSize(1);
	}

	@Test
	void theFirstIsMissed() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, masters(0, 1), leader(1, 2, seen(0, "a"), seen(1, "b")))
			.check(new TotalOrder())).hasSize(1);
	}

	@Test
	void theLastIsNotHeard() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.hear(0, leader(0, 1, null, seen(0, "a")), masters(0, 1))
			.rest(0, 5, 6, Set.of())
			.check(new TotalOrder())).hasSize(1);
	}

	@Test
	void callersGetLaterOnes() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.chain(1L, 2L)
			.check(new TotalOrder())).isEmpty();
	}

	@Test
	void callersGetTheSameAgain() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.chain(1L, 1L)
			.check(new TotalOrder())).hasSize(1);
	}

}
