package io.github.mesosdiscovery.history.invariant;

import java.util.Set;

import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Rest.Probe;
import io.github.mesosdiscovery.history.trace.Sign.Kind;
import io.github.mesosdiscovery.history.truth.Operation;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.name;
import static io.github.mesosdiscovery.history.invariant.Sample.nanos;
import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoZombie}.
 */
class NoZombieTests {

	private static final Probe FOUND = new Probe("x", nanos(2000), nanos(2100));

	@Test
	void itWatchesAndFinds() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).isEmpty();
	}

	@Test
	void aLookAtThePathMayBeLeft() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos", "/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).isEmpty();
	}

	@Test
	void itDoesNotWatchARegistration() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of(), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void itWatchesOneThatIsGone() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(0), "/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void nobodyWatchesThePath() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.childWatches(0)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void itWatchesThePathTwice() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.PATH_CHANGED)
			.childWatches(2)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void itNeverFinds() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), new Probe("x", nanos(2000), 0))
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void itFindsLate() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), new Probe("x", nanos(2000), nanos(4000)))
			.sign(2050, Kind.PATH_CHANGED)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void itFindsByAHeartbeat() {
		assertThat(new Sample().view(13, znode(1, "b"))
			.rest(0, 1, 2000, Set.of("/mesos/" + name(1)), FOUND)
			.sign(2050, Kind.HEARD)
			.check(new NoZombie())).hasSize(1);
	}

	@Test
	void aHeartbeatFindsAChange() {
		assertThat(
				new Sample().publish(0, 11, seen(0, "a")).ask(5, Request.Kind.LIST, Kind.HEARD).check(new NoZombie()))
			.hasSize(1);
	}

	@Test
	void aHeartbeatFindsAnAcl() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.wrote(Sample.MASTER_SESSION, new Operation.SetAcl("/mesos"))
			.ask(5, Request.Kind.LIST, Kind.HEARD)
			.check(new NoZombie())).isEmpty();
	}

	@Test
	void aHeartbeatTellsThatZooKeeperIsBack() {
		assertThat(new Sample().publish(0, 11, seen(0, "a"))
			.disconnected(1000)
			.ask(1005, Request.Kind.LIST, Kind.HEARD)
			.check(new NoZombie())).isEmpty();
	}

}
