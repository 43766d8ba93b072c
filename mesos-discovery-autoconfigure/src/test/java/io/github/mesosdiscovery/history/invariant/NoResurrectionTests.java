package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.Publication.Version;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoResurrection}.
 */
class NoResurrectionTests {

	@Test
	void oneThatStays() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.disconnected(1)
			.publish(2, 12, seen(0, "a"), seen(1, "b"))
			.check(new NoResurrection())).isEmpty();
	}

	@Test
	void oneThatWasNotReadYet() {
		assertThat(new Sample().publish(0, 12, seen(0, "a"), seen(1, "b"))
			.disconnected(1)
			.publish(2, new Version(2, 10, 12, 0), ConnectionState.CONNECTED, false, null, seen(0, "a"))
			.publish(3, 12, seen(0, "a"), seen(1, "b"))
			.check(new NoResurrection())).isEmpty();
	}

	@Test
	void aNewBeginning() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 12)
			.publish(2, new Version(1, 10, 11, 1), ConnectionState.CONNECTED, true, null, seen(0, "a"))
			.check(new NoResurrection())).isEmpty();
	}

	@Test
	void oneThatComesBack() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 12, seen(1, "b"))
			.publish(2, 13, seen(0, "a"), seen(1, "b"))
			.check(new NoResurrection())).hasSize(1);
	}

	@Test
	void aLeaderThatComesBackAfterADisconnection() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"), seen(1, "b"))
			.publish(1, new Version(1, 10, 11, 0), ConnectionState.CONNECTED, false, null, seen(1, "b"))
			.disconnected(2)
			.publish(3, 12, seen(0, "a"), seen(1, "b"))
			.check(new NoResurrection())).hasSize(1);
	}

}
