package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaderChangedEvent} and {@link MastersChangedEvent}.
 */
class MasterEventsTests {

	private static final MesosMaster FIRST = MesosMaster.of(1, "master-1", 5050);

	private static final MesosMaster SECOND = MesosMaster.of(2, "master-2", 5050);

	private static final MesosMaster THIRD = MesosMaster.of(3, "master-3", 5050);

	private final MesosMasterLocator locator = new FakeMasterLocator(MasterSnapshot.of());

	@Test
	void leaderChangedNamesClusterReasonAndBothLeaders() {
		MasterSnapshot snapshot = new MasterSnapshot("east", MasterSnapshot.of().connection(), List.of(SECOND),
				List.of(), null, true, List.of());
		LeaderChangedEvent event = new LeaderChangedEvent(this.locator, FIRST, Reason.ELECTED, snapshot);
		assertThat(event.getCluster()).isEqualTo("east");
		assertThat(event).hasToString("LeaderChangedEvent[east: ELECTED, "
				+ "master@master-1:5050 at http://master-1:5050 (json.info_0000000001) -> "
				+ "master@master-2:5050 at http://master-2:5050 (json.info_0000000002)]");
	}

	@Test
	void leaderChangedNamesNoneWithoutLeader() {
		assertThat(new LeaderChangedEvent(this.locator, null, Reason.NO_MASTERS, MasterSnapshot.of()))
			.hasToString("LeaderChangedEvent[default: NO_MASTERS, none -> none]");
	}

	@Test
	void mastersChangedNamesWhatWasAddedAndRemoved() {
		MastersChangedEvent event = new MastersChangedEvent(this.locator, List.of(FIRST, SECOND),
				MasterSnapshot.of(SECOND, THIRD));
		assertThat(event.getCluster()).isEqualTo("default");
		assertThat(event).hasToString("MastersChangedEvent[default: added [" + THIRD + "], removed [" + FIRST
				+ "], now [" + SECOND + ", " + THIRD + "]]");
	}

	@Test
	void mastersChangedKeepsItsOwnListOfPreviousRegistrations() {
		List<MasterRegistration> previous = new ArrayList<>(List.of(FIRST));
		MastersChangedEvent event = new MastersChangedEvent(this.locator, previous, MasterSnapshot.of());
		previous.clear();
		assertThat(event.getPrevious()).containsExactly(FIRST);
	}

}
