package io.github.mesosdiscovery.catalogue;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of connections that are lost and made again in the same session.
 */
class ReconnectScenarioTests extends AbstractScenarioTests {

	private Znode first;

	private Znode second;

	@BeforeEach
	void registerMasters() {
		this.path.create();
		this.first = register();
		this.second = register();
	}

	@Test
	@DisplayName("#23 The server is down for less than the session timeout: no event")
	void aShortRestartPublishesNothing() {
		FollowedMasters masters = followTwoMasters();
		long session = masters.session();
		int heard = masters.masters.size();
		zooKeeper.kill();
		MasterSnapshot lost = masters.awaitState(ConnectionState.RECONNECTING);
		assertThat(lost.leader()).map(MesosMaster::epoch).contains(epochOf(masters));
		zooKeeper.restart();
		masters.awaitState(ConnectionState.CONNECTED);
		assertThat(masters.session()).isEqualTo(session);
		assertStillFollowed(masters, heard);
	}

	@Test
	@DisplayName("#31 Masters come during an outage: one change afterwards, and none of the leader")
	void whatHappenedDuringAnOutageIsOneChange() {
		FollowedMasters masters = followTwoMasters();
		int heard = masters.masters.size();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		Znode third = register();
		Znode fourth = register();
		this.network.restore();
		masters.awaitHeard(this.first, this.second, third, fourth);
		assertThat(masters.masters).hasSize(heard + 1);
		fourth.session().close();
		masters.awaitHeard(this.first, this.second, third);
		assertThat(masters.masters).hasSize(heard + 2);
		assertThat(masters.changes()).containsExactly("ELECTED " + this.first.name());
	}

	@Test
	@DisplayName("#32 Nothing changes during an outage: no event")
	void nothingHappenedDuringAnOutage() {
		FollowedMasters masters = followTwoMasters();
		int heard = masters.masters.size();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.network.restore();
		masters.awaitState(ConnectionState.CONNECTED);
		assertStillFollowed(masters, heard);
	}

	@Test
	@DisplayName("#33 The client does not set its watches again after an outage: the locator does")
	void watchesAreSetAgainEvenIfTheClientDoesNot() {
		FollowedMasters masters = followTwoMasters();
		masters.client().getClientConfig().setProperty(ZKClientConfig.DISABLE_AUTO_WATCH_RESET, "true");
		int heard = masters.masters.size();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		awaitWatches(0);
		this.network.restore();
		masters.awaitState(ConnectionState.CONNECTED);
		awaitWatches(3);
		Znode third = assertStillFollowed(masters, heard);
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.first.session().close();
		this.network.restore();
		masters.awaitHeard(this.second, third);
		assertThat(masters.changes()).containsExactly("ELECTED " + this.first.name(), "ELECTED " + this.second.name());
	}

	@Test
	@DisplayName("#34 The connection is lost with a read that the server never got: it is read again")
	void aReadThatNeverArrivedIsReadAgain() {
		FollowedMasters masters = followTwoMasters();
		int heard = masters.masters.size();
		this.network.silence(Direction.TO_SERVER);
		Znode third = register();
		masters.awaitListing();
		assertReadAgain(masters, heard, third);
	}

	@Test
	@DisplayName("#34 The connection is lost with a read that the server has answered: its watch tells nothing twice")
	void aReadWhoseAnswerIsLostIsReadAgain() {
		FollowedMasters masters = followTwoMasters();
		int heard = masters.masters.size();
		this.network.silence(Direction.TO_SERVER);
		Znode third = register();
		masters.awaitListing();
		this.network.silence(Direction.TO_CLIENT);
		awaitWatches(3);
		assertReadAgain(masters, heard, third);
	}

	private void assertReadAgain(FollowedMasters masters, int heard, Znode third) {
		this.network.reset();
		this.network.restore();
		masters.awaitHeard(this.first, this.second, third);
		assertThat(masters.masters).hasSize(heard + 1);
		awaitWatches(4);
		this.first.session().close();
		masters.awaitHeard(this.second, third);
		assertThat(masters.masters).hasSize(heard + 2);
		Znode probe = register();
		masters.awaitHeard(this.second, third, probe);
		assertThat(masters.masters).hasSize(heard + 3);
		assertThat(masters.changes()).containsExactly("ELECTED " + this.first.name(), "ELECTED " + this.second.name());
		awaitWatches(4);
	}

	private FollowedMasters followTwoMasters() {
		FollowedMasters masters = followForLong();
		masters.awaitHeard(this.first, this.second);
		return masters;
	}

	/** Another master is the next that anybody hears of. */
	private Znode assertStillFollowed(FollowedMasters masters, int heard) {
		Znode third = register();
		masters.awaitHeard(this.first, this.second, third);
		assertThat(masters.masters).hasSize(heard + 1);
		assertThat(masters.changes()).containsExactly("ELECTED " + this.first.name());
		assertThat(masters.epochs()).containsExactly(this.first.epoch());
		return third;
	}

	private static long epochOf(FollowedMasters masters) {
		return masters.epochs().get(0);
	}

}
