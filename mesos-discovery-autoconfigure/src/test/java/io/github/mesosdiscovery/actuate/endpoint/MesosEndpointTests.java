package io.github.mesosdiscovery.actuate.endpoint;

import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ChangeDescriptor;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ConnectionDescriptor;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.MasterDescriptor;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ProblemDescriptor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosEndpoint}.
 */
class MesosEndpointTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final MesosEndpoint endpoint = new MesosEndpoint(this.locator);

	@Test
	void leaderIsFirstOfTheMasters() {
		MesosMaster leader = Masters.master(3, "1.11.0", new MasterDomain("eu", "eu-1"), List.of("AGENT_UPDATE"));
		this.locator.set(Masters.connected(leader, Masters.master(4)));
		MesosDescriptor answer = this.endpoint.masters();
		MasterDescriptor expected = new MasterDescriptor("id-3", "master3", "10.0.0.3", 5050, "master@10.0.0.3:5050",
				"1.11.0", "http://10.0.0.3:5050", "json.info_0000000003", 3, 4294967299L, true,
				new MasterDomain("eu", "eu-1"), List.of("AGENT_UPDATE"), null);
		assertThat(answer.leader()).isEqualTo(expected);
		assertThat(answer.masters()).hasSize(2).first().isEqualTo(expected);
		assertThat(answer.masters().get(1).leading()).isFalse();
		assertThat(answer.problem()).isNull();
		assertThat(answer.connection()).isEqualTo(new ConnectionDescriptor(ConnectionState.CONNECTED,
				"zk1:2181,zk2:2181", "/mesos", Masters.SINCE, "PT10S"));
	}

	@Test
	void unreadableLeaderStaysInTheList() {
		MasterProblem problem = new MasterProblem(Kind.UNREADABLE, "not JSON", "json.info_0000000003");
		this.locator
			.set(Masters.snapshot(ConnectionState.CONNECTED, problem, Masters.unreadable(3), Masters.master(4)));
		MesosDescriptor answer = this.endpoint.masters();
		assertThat(answer.leader()).isNull();
		assertThat(answer.masters()).first()
			.isEqualTo(new MasterDescriptor(null, null, null, null, null, null, null, "json.info_0000000003", 3, null,
					true, null, List.of(), "not JSON"));
		assertThat(answer.masters().get(1).leading()).isFalse();
		assertThat(answer.problem())
			.isEqualTo(new ProblemDescriptor(Kind.UNREADABLE, "not JSON", "json.info_0000000003"));
	}

	@Test
	void unreadableFollowerDoesNotLead() {
		this.locator.set(Masters.connected(Masters.master(3), Masters.unreadable(4)));
		assertThat(this.endpoint.masters().masters()).extracting(MasterDescriptor::leading)
			.containsExactly(true, false);
	}

	@Test
	void masterDoesNotLeadWhileThereIsProblem() {
		MasterProblem problem = new MasterProblem(Kind.DISCONNECTED, "silent", null);
		this.locator.set(Masters.snapshot(ConnectionState.DISCONNECTED, problem, Masters.master(3)));
		assertThat(this.endpoint.masters().masters()).extracting(MasterDescriptor::leading).containsExactly(false);
	}

	@Test
	void changesHaveIdsReasonAndTime() {
		this.locator.set(Masters.changed(new LeaderChange(Masters.SINCE, null, null, Masters.master(3)),
				new LeaderChange(Masters.SINCE, Kind.DISCONNECTED, Masters.master(3), null)));
		assertThat(this.endpoint.masters().changes()).containsExactly(
				new ChangeDescriptor(Masters.SINCE, Reason.ELECTED, null, "id-3"),
				new ChangeDescriptor(Masters.SINCE, Reason.DISCONNECTED, "id-3", null));
	}

}
