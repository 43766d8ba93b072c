package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MasterSnapshot}.
 */
class MasterSnapshotTests {

	private final List<MasterRegistration> registrations = new ArrayList<>(
			List.of(Masters.master(1), Masters.unreadable(2), Masters.master(3)));

	@Test
	void leavesOutWhatCannotBeRead() {
		MasterSnapshot snapshot = Masters.connected(Masters.unreadable(1), Masters.master(2));
		assertThat(snapshot.registrations()).hasSize(2);
		assertThat(snapshot.masters()).containsExactly(Masters.master(2));
		assertThat(snapshot.leader()).isEmpty();
	}

	@Test
	void snapshotForATestIsConnected() {
		MesosMaster master = MesosMaster.of(1, "master-1", 5050);
		MasterSnapshot snapshot = MasterSnapshot.of(master, MesosMaster.of(2, "master-2", 5051));
		assertThat(snapshot.leader()).contains(master);
		assertThat(snapshot.masters()).extracting(MesosMaster::znode)
			.containsExactly("json.info_0000000001", "json.info_0000000002");
		assertThat(snapshot.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(snapshot.problem()).isEmpty();
		assertThat(snapshot.cluster()).isEqualTo(MesosMasterLocator.DEFAULT_CLUSTER);
	}

	@Test
	void snapshotForATestWithoutMastersHasAProblem() {
		assertThat(MasterSnapshot.of().leader()).isEmpty();
		assertThat(MasterSnapshot.of().problem().orElseThrow().kind()).isEqualTo(MasterProblem.Kind.NO_MASTERS);
	}

	@Test
	void masterForATestIsAnotherOneWithAnotherSequence() {
		MesosMaster master = MesosMaster.of(1, "master-1", 5050);
		assertThat(master).isEqualTo(MesosMaster.of(1, "master-1", 5050))
			.isNotEqualTo(MesosMaster.of(2, "master-1", 5050));
		assertThat(master.uri()).hasToString("http://master-1:5050");
		assertThat(master.masterInfo().hasIp()).as("Mesos requires it").isTrue();
	}

	@Test
	void picksTheMastersOutOnce() {
		MasterSnapshot snapshot = Masters.connected(Masters.master(1), Masters.unreadable(2));
		assertThat(snapshot.masters()).isSameAs(snapshot.masters());
	}

	@Test
	void doesNotChangeWithTheList() {
		MasterSnapshot snapshot = new MasterSnapshot(Masters.connection(ConnectionState.CONNECTED), this.registrations,
				List.of(), null);
		this.registrations.clear();
		assertThat(snapshot.registrations()).hasSize(3);
		assertThat(snapshot.masters()).containsExactly(Masters.master(1), Masters.master(3));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> snapshot.masters().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> snapshot.registrations().clear());
	}

}
