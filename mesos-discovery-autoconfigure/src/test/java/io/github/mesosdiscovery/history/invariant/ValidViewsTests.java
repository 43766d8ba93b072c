package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.Publication.Version;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ValidViews}.
 */
class ValidViewsTests {

	@Test
	void viewsOfZooKeeperAreValid() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.publish(1, 12, seen(0, "a"), seen(1, "b"))
			.check(new ValidViews())).isEmpty();
	}

	@Test
	void oneWhoseEndWasToldIsLeftOut() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 12, seen(1, "b"))
			.check(new ValidViews())).isEmpty();
	}

	@Test
	void theOthersComeAfterTheLeader() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, new Version(1, 10, 12, 0), ConnectionState.CONNECTED, false, null, seen(0, "a"))
			.check(new ValidViews())).isEmpty();
	}

	@Test
	void earlierDataIsValid() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.data(14, 13, znode(1, "c"))
			.publish(0, 13, seen(1, "c"))
			.publish(0, 13, seen(1, "b"))
			.check(new ValidViews())).isEmpty();
	}

	@Test
	void aVersionThatNeverWas() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 14, seen(1, "b"))
			.check(new ValidViews())).hasSize(1);
	}

	@Test
	void oneWhoWasNotThere() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"), seen(1, "b"))
			.check(new ValidViews())).hasSize(1);
	}

	@Test
	void dataThatNeverWas() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "x"))
			.check(new ValidViews())).hasSize(1);
	}

	@Test
	void oneWhoStayedIsMissing() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 12, seen(0, "a"))
			.check(new ValidViews())).hasSize(1);
	}

	@Test
	void aLeaderWhoStayedIsMissing() {
		assertThat(new Sample().view(12, znode(0, "a"), znode(1, "b"))
			.publish(0, new Version(1, 10, 12, 0), ConnectionState.CONNECTED, false, null, seen(1, "b"))
			.check(new ValidViews())).hasSize(1);
	}

	@Test
	void oneWhoWentLaterIsMissing() {
		assertThat(new Sample().view(12, znode(0, "a"), znode(1, "b"))
			.at(100)
			.view(13, znode(1, "b"))
			.publish(50, 12, seen(1, "b"))
			.check(new ValidViews())).hasSize(1);
	}

}
