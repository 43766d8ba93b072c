package io.github.mesosdiscovery.history.invariant;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Convergence}.
 */
class ConvergenceTests {

	@Test
	void itKnowsTheEnd() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.rest(0, 5000, 6000, Set.of())
			.check(new Convergence())).isEmpty();
	}

	@Test
	void itWasClosedBefore() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.check(new Convergence())).isEmpty();
	}

	@Test
	void itNeverCameToRest() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.rest(0, 0, 60000, Set.of())
			.check(new Convergence())).hasSize(1);
	}

	@Test
	void itTookTooLong() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.rest(0, 18000, 60000, Set.of())
			.check(new Convergence())).hasSize(1);
	}

	@Test
	void itKnowsSomethingElse() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.rest(0, 5000, 6000, Set.of())
			.check(new Convergence())).hasSize(1);
	}

	@Test
	void itKnowsEarlierData() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.data(14, 13, znode(1, "c"))
			.publish(0, 13, seen(1, "b"))
			.rest(0, 5000, 6000, Set.of())
			.check(new Convergence())).hasSize(1);
	}

	@Test
	void itDoesNotStay() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.rest(0, 5000, 6000, Set.of())
			.publish(5500, 13, seen(1, "b"))
			.check(new Convergence())).hasSize(1);
	}

}
