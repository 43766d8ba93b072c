package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.history.trace.Publication.Version;
import io.github.mesosdiscovery.history.truth.Operation;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.seen;
import static io.github.mesosdiscovery.history.invariant.Sample.znode;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HonestAbsence}.
 */
class HonestAbsenceTests {

	@Test
	void noPath() {
		assertThat(new Sample().noPath(9).absent(0, Long.MAX_VALUE, Kind.NO_PATH).check(new HonestAbsence())).isEmpty();
	}

	@Test
	void noMasters() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.view(14)
			.absent(0, 13, Kind.NO_MASTERS)
			.check(new HonestAbsence())).isEmpty();
	}

	@Test
	void unreadable() {
		assertThat(new Sample().view(11, znode(0, null), znode(1, "b"))
			.absent(0, 11, Kind.UNREADABLE, seen(0, null), seen(1, "b"))
			.check(new HonestAbsence())).isEmpty();
	}

	@Test
	void notAuthorized() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.wrote(Sample.MASTER_SESSION, new Operation.SetAcl("/mesos"))
			.absent(0, 13, Kind.NOT_AUTHORIZED)
			.check(new HonestAbsence())).isEmpty();
	}

	@Test
	void noMastersWhenThereIsOne() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.absent(0, 13, Kind.NO_MASTERS)
			.check(new HonestAbsence())).hasSize(1);
	}

	@Test
	void unreadableWhenItIsNot() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.absent(0, 13, Kind.UNREADABLE, seen(1, null))
			.check(new HonestAbsence())).hasSize(1);
	}

	@Test
	void notAuthorizedWhenTheAclIsOpen() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.absent(0, 13, Kind.NOT_AUTHORIZED)
			.check(new HonestAbsence())).hasSize(1);
	}

	@Test
	void noReason() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13)
			.check(new HonestAbsence())).hasSize(1);
	}

	@Test
	void takenAwayWhileReconnecting() {
		assertThat(new Sample().view(11, znode(0, "a"))
			.view(12, znode(0, "a"), znode(1, "b"))
			.view(13, znode(1, "b"))
			.publish(0, 13, seen(1, "b"))
			.publish(1, new Version(1, 10, 13, 0), ConnectionState.RECONNECTING, true, null)
			.check(new HonestAbsence())).hasSize(1);
	}

}
