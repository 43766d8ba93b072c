package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.MasterProblem.Kind;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaderSubsequence}.
 */
class LeaderSubsequenceTests {

	@Test
	void leadersInTheirOrder() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.publish(1, 13, seen(1, "b"))
			.check(new LeaderSubsequence())).isEmpty();
	}

	@Test
	void aLeaderThatIsBackAfterADisconnection() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.disconnected(1)
			.publish(2, 12, seen(0, "a"))
			.check(new LeaderSubsequence())).isEmpty();
	}

	@Test
	void someAreLeftOut() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.view(14)
			.publish(0, 11, seen(0, "a"))
			.absent(1, 14, Kind.NO_MASTERS)
			.check(new LeaderSubsequence())).isEmpty();
	}

	@Test
	void anOlderLeaderAfterALaterOne() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.publish(1, 11, seen(0, "a"))
			.check(new LeaderSubsequence())).hasSize(1);
	}

	@Test
	void oneWhoNeverLed() {
		assertThat(new Sample().view(12, znode(0, "a"), znode(1, "b"))
			.publish(0, 12, seen(1, "b"))
			.check(new LeaderSubsequence())).hasSize(1);
	}

	@Test
	void nobodyWhenThereAlwaysWasOne() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 11, seen(0, "a"))
			.absent(1, 12, Kind.NO_MASTERS)
			.check(new LeaderSubsequence())).hasSize(1);
	}

}
