package io.github.mesosdiscovery.catalogue;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.test.MasterFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of connections and sessions that end.
 */
class SessionScenarioTests extends AbstractScenarioTests {

	@Test
	@DisplayName("#24 An outage of the session timeout withdraws the leader once")
	void anOutageOfTheSessionTimeoutWithdrawsTheLeaderOnce() {
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		FollowedMasters masters = follow();
		masters.awaitLeader(master);
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		masters.awaitState(ConnectionState.DISCONNECTED);
		masters.awaitChanges("ELECTED " + master.name(), "DISCONNECTED none");
		this.network.restore();
		masters.awaitChanges("ELECTED " + master.name(), "DISCONNECTED none", "ELECTED " + master.name());
	}

	@Test
	@DisplayName("#26 The locator's session expires while the master lives: none, then the same leader")
	void theSessionOfTheLocatorExpiresWhileTheMasterLives() {
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		FollowedMasters masters = follow(builder().sessionTimeout(LONG_SESSION));
		masters.awaitLeader(master);
		long session = masters.client().getSessionId();
		SessionEnd.of(zooKeeper.connectString(), masters.client());
		masters.awaitChanges("ELECTED " + master.name(), "DISCONNECTED none", "ELECTED " + master.name());
		assertThat(masters.client().getSessionId()).isNotEqualTo(session);
	}

}
