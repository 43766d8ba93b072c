package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.Publication.Version;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoRegress}.
 */
class NoRegressTests {

	@Test
	void versionsThatGrow() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, 11, seen(0, "b"))
			.publish(2, 12, seen(0, "b"))
			.check(new NoRegress())).isEmpty();
	}

	@Test
	void aDeclaredNewBeginning() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.publish(1, new Version(2, 5, 6, 1), ConnectionState.CONNECTED, true, null)
			.check(new NoRegress())).isEmpty();
	}

	@Test
	void anOlderPzxid() {
		assertThat(new Sample().publish(0, 12, seen(0, "a"))
			.disconnected(1)
			.publish(2, 11, seen(0, "a"))
			.check(new NoRegress())).hasSize(1);
	}

	@Test
	void anOlderCzxid() {
		assertThat(new Sample().publish(0, 12, seen(0, "a"))
			.publish(1, new Version(2, 9, 13, 0), ConnectionState.CONNECTED, true, null)
			.check(new NoRegress())).hasSize(1);
	}

}
