package io.github.mesosdiscovery.sample.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Timeline}.
 */
class TimelineTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	private final Timeline timeline = new Timeline();

	private int second;

	@Test
	void startsWithTheConnectionAndTheLeader() {
		add(Snapshots.connected(Snapshots.master(1), Snapshots.master(2)));
		assertThat(changes()).containsExactly("0 LEADS host-1:5050", "0 CONNECTION CONNECTED");
		assertLeaderSince(0, false);
	}

	@Test
	void reportsAFailover() {
		add(Snapshots.connected(Snapshots.master(1), Snapshots.master(2)));
		add(Snapshots.connected(Snapshots.master(2), Snapshots.master(3)));
		assertThat(changes()).startsWith("1 LEADS host-2:5050", "1 JOINED host-3:5050", "1 LEFT host-1:5050");
		assertLeaderSince(1, true);
	}

	@Test
	void addsNothingWithoutAChange() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.master(1, "host-1", "1.11.1")));
		assertThat(changes()).hasSize(2);
		assertLeaderSince(0, false);
	}

	@Test
	void reportsTheLossOfTheLeader() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.unreadable(0, "empty"), Snapshots.master(1)));
		assertThat(changes()).startsWith("1 LEADS_NO_LONGER host-1:5050", "1 JOINED info_0000000000");
	}

	@Test
	void reportsNoDepartureDuringAnOutage() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.snapshot(ConnectionState.RECONNECTING, Snapshots.master(1)));
		add(Snapshots.snapshot(ConnectionState.DISCONNECTED));
		add(Snapshots.connected(Snapshots.master(1)));
		assertThat(changes()).startsWith("3 LEADS host-1:5050", "3 CONNECTION CONNECTED",
				"2 LEADER_UNKNOWN host-1:5050", "2 CONNECTION DISCONNECTED", "1 CONNECTION RECONNECTING");
	}

	@Test
	void knowsWhenTheFirstMasterIsElected() {
		add(Snapshots.connected());
		add(Snapshots.connected(Snapshots.master(1)));
		assertLeaderSince(1, true);
	}

	@Test
	void doesNotKnowWhenTheFirstLeaderWasElected() {
		add(Snapshots.snapshot(ConnectionState.CONNECTING));
		add(Snapshots.connected(Snapshots.master(1)));
		assertLeaderSince(1, false);
	}

	@Test
	void doesNotKnowWhenTheLeaderOfAnUnreadPathWasElected() {
		add(Snapshots.incomplete());
		add(Snapshots.connected(Snapshots.master(1)));
		assertLeaderSince(1, false);
	}

	@Test
	void doesNotKnowWhenALeaderWasElectedDuringAnOutage() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.snapshot(ConnectionState.RECONNECTING, Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.master(2)));
		assertLeaderSince(2, false);
		add(Snapshots.snapshot(ConnectionState.DISCONNECTED));
		add(Snapshots.connected(Snapshots.master(3)));
		assertLeaderSince(4, false);
	}

	@Test
	void continuesForALeaderThatIsStillRegisteredAfterAnOutage() {
		add(Snapshots.connected());
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.snapshot(ConnectionState.DISCONNECTED));
		add(Snapshots.connected(Snapshots.master(1)));
		assertLeaderSince(1, true);
	}

	@Test
	void restartsForALeaderThatDidNotLeadInBetween() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.unreadable(0, "empty"), Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.master(1)));
		assertLeaderSince(2, true);
	}

	@Test
	void findsMastersThatLeftDuringAnOutage() {
		add(Snapshots.connected(Snapshots.master(1), Snapshots.master(2)));
		add(Snapshots.snapshot(ConnectionState.RECONNECTING, Snapshots.master(1), Snapshots.master(2)));
		add(Snapshots.connected(Snapshots.master(1)));
		assertThat(changes()).startsWith("2 LEFT host-2:5050", "2 CONNECTION CONNECTED");
	}

	@Test
	void reportsNoArrivalWhileMastersAreRead() {
		add(Snapshots.incomplete(Snapshots.master(1)));
		add(Snapshots.connected(Snapshots.master(1), Snapshots.master(2)));
		assertThat(changes()).noneMatch((change) -> change.contains("JOINED"));
	}

	@Test
	void countsManyMasters() {
		add(Snapshots.connected(Snapshots.master(1)));
		add(Snapshots
			.connected(IntStream.rangeClosed(1, 5).mapToObj(Snapshots::master).toArray(MasterRegistration[]::new)));
		assertThat(changes()).startsWith("1 JOINED 4 masters");
	}

	@Test
	void keepsTheLastChangesOnly() {
		for (int i = 0; i < 100; i++) {
			add(Snapshots.connected(Snapshots.master(i)));
		}
		assertThat(changes()).hasSize(Timeline.LIMIT).startsWith("99 LEADS host-99:5050", "99 JOINED host-99:5050");
	}

	private void assertLeaderSince(int second, boolean electionSeen) {
		assertThat(this.timeline.leaderSince()).isEqualTo(START.plusSeconds(second));
		assertThat(this.timeline.isElectionSeen()).isEqualTo(electionSeen);
	}

	private void add(MasterSnapshot snapshot) {
		this.timeline.add(snapshot, START.plusSeconds(this.second++));
	}

	private List<String> changes() {
		return this.timeline.changes()
			.stream()
			.map((change) -> change.at().getEpochSecond() - START.getEpochSecond() + " " + change.kind() + " "
					+ change.subject())
			.toList();
	}

}
