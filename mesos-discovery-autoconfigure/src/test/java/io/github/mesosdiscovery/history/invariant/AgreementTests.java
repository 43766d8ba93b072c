package io.github.mesosdiscovery.history.invariant;

import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Agreement}.
 */
class AgreementTests {

	@Test
	void theyAgree() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 12, seen(0, "a"), seen(1, "b"))
			.next()
			.publish(0, 12, seen(0, "a"), seen(1, "b"))
			.check(new Agreement())).isEmpty();
	}

	@Test
	void oneWasToldOfTheEnd() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 12, seen(0, "a"), seen(1, "b"))
			.next()
			.publish(0, 12, seen(1, "b"))
			.check(new Agreement())).isEmpty();
	}

	@Test
	void theyDisagree() {
		assertThat(new Sample().view(12, znode(0, "a"), znode(1, "b"))
			.publish(0, 12, seen(0, "a"))
			.next()
			.publish(0, 12, seen(1, "b"))
			.check(new Agreement())).hasSize(1);
	}

}
