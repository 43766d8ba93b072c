package io.github.mesosdiscovery.catalogue;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of the path itself: missing, gone, and made anew.
 */
class PathScenarioTests extends AbstractScenarioTests {

	@Test
	@DisplayName("#20 The path is missing: nobody leads, without a failure, until it is made")
	void aMissingPathIsWaitedFor() {
		FollowedMasters masters = followForLong();
		MasterSnapshot missing = masters.awaitProblem(Kind.NO_PATH);
		assertThat(missing.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(missing.leader()).isEmpty();
		this.path.create();
		masters.awaitProblem(Kind.NO_MASTERS);
		assertThat(masters.changes()).isEmpty();
		Znode first = register();
		masters.awaitHeard(first);
		Znode second = register();
		masters.awaitHeard(first, second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
	}

	@Test
	@DisplayName("#20 Not even the parents of the path are there: it is found when all are made")
	void aPathWithoutParentsIsWaitedFor() {
		String nested = this.path.path() + "/a/b";
		FollowedMasters masters = follow(
				ZooKeeperMasterLocator.builder("zk://" + servers() + nested).sessionTimeout(LONG_SESSION));
		masters.awaitProblem(Kind.NO_PATH);
		this.path.create();
		this.path.createChild("a", new byte[0]);
		this.path.createChild("a/b", new byte[0]);
		masters.awaitProblem(Kind.NO_MASTERS);
		Znode first = this.path.createChild("a/b/json.info_0000000000", data(MasterFormat.JSON));
		masters.awaitLeader(first);
		masters.awaitChanges("ELECTED " + first.name());
	}

	@Test
	@DisplayName("#21 The path is deleted and made again: nobody leads, then a master with a lower sequence")
	void aPathThatIsMadeAgainCountsFromTheStart() {
		Znode[] old = createWithTwoMasters();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(old);
		old[0].session().close();
		masters.awaitHeard(old[1]);
		long epoch = old[1].epoch();
		this.path.delete();
		MasterSnapshot gone = masters.awaitProblem(Kind.NO_PATH);
		assertThat(gone.registrations()).isEmpty();
		this.path.create();
		Znode anew = register();
		assertThat(anew.name()).isEqualTo("json.info_0000000000");
		masters.awaitHeard(anew);
		Znode probe = register();
		masters.awaitHeard(anew, probe);
		assertThat(masters.changes()).containsExactly("ELECTED " + old[0].name(), "ELECTED " + old[1].name(),
				"NO_MASTERS none", "ELECTED " + anew.name());
		assertThat(masters.epochs()).last().isEqualTo(anew.epoch());
		assertThat(anew.epoch()).isGreaterThan(epoch);
	}

	@Test
	@DisplayName("#21 The path is made again while nobody looks: the same name is another master")
	void aPathThatIsMadeAgainDuringAnOutageHasOtherMasters() {
		Znode[] old = createWithTwoMasters();
		FollowedMasters masters = followForLong();
		masters.awaitHeard(old);
		long epoch = old[0].epoch();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.path.delete();
		Znode[] anew = createWithTwoMasters();
		this.network.restore();
		masters.awaitHeard(anew);
		assertThat(anew[0].name()).isEqualTo(old[0].name());
		assertThat(masters.changes()).containsExactly("ELECTED " + old[0].name(), "ELECTED " + anew[0].name());
		assertThat(masters.epochs()).containsExactly(epoch, anew[0].epoch());
		anew[0].delete();
		masters.awaitHeard(anew[1]);
		assertThat(masters.changes()).hasSize(3).last().isEqualTo("ELECTED " + anew[1].name());
	}

	@Test
	@DisplayName("#22 The ensemble comes back empty: nobody leads, then the master of the new one")
	void anEnsembleThatWasWipedIsAnotherOne() {
		Znode[] old = createWithTwoMasters();
		FollowedMasters masters = follow();
		masters.awaitHeard(old);
		long session = masters.session();
		zooKeeper.wipe();
		try (MasterPath anew = new MasterPath(zooKeeper.connectString(), this.path.path())) {
			anew.create();
			Znode first = anew.register(MasterFormat.JSON, 6050);
			masters.awaitHeard(first);
			assertThat(masters.changes()).containsExactly("ELECTED " + old[0].name(), "DISCONNECTED none",
					"ELECTED " + first.name());
			assertThat(masters.session()).isNotEqualTo(session);
			Znode second = anew.register(MasterFormat.JSON, 6051);
			masters.awaitHeard(first, second);
			first.session().close();
			masters.awaitHeard(second);
			assertThat(masters.changes()).hasSize(4).last().isEqualTo("ELECTED " + second.name());
		}
	}

	private Znode[] createWithTwoMasters() {
		this.path.create();
		return new Znode[] { register(), register() };
	}

}
