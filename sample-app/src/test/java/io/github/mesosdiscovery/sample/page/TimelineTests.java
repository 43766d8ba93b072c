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
	void beginsWithTheConnectionAndTheLeader() {
		add(Readings.connected(Readings.master(1), Readings.master(2)));
		assertThat(told()).containsExactly("0 LEADS host-1:5050", "0 CONNECTION CONNECTED");
		assertLeaderSince(0, false);
	}

	@Test
	void tellsOfAFailover() {
		add(Readings.connected(Readings.master(1), Readings.master(2)));
		add(Readings.connected(Readings.master(2), Readings.master(3)));
		assertThat(told()).startsWith("1 LEADS host-2:5050", "1 JOINED host-3:5050", "1 LEFT host-1:5050");
		assertLeaderSince(1, true);
	}

	@Test
	void saysNothingWhereNothingIsDifferent() {
		add(Readings.connected(Readings.master(1)));
		add(Readings.connected(Readings.master(1, "host-1", "1.11.1")));
		assertThat(told()).hasSize(2);
		assertLeaderSince(0, false);
	}

	@Test
	void tellsOfNoLeader() {
		add(Readings.connected(Readings.master(1)));
		add(Readings.connected(Readings.unreadable(0, "empty"), Readings.master(1)));
		assertThat(told()).startsWith("1 LEADS_NO_LONGER host-1:5050", "1 JOINED info_0000000000");
	}

	@Test
	void takesNobodyForGoneWhileZooKeeperIsAway() {
		add(Readings.connected(Readings.master(1)));
		add(Readings.reading(ConnectionState.RECONNECTING, Readings.master(1)));
		add(Readings.reading(ConnectionState.DISCONNECTED));
		add(Readings.connected(Readings.master(1)));
		assertThat(told()).startsWith("3 LEADS host-1:5050", "3 CONNECTION CONNECTED", "2 LEADER_UNKNOWN host-1:5050",
				"2 CONNECTION DISCONNECTED", "1 CONNECTION RECONNECTING");
	}

	@Test
	void knowsWhenTheFirstMasterIsElected() {
		add(Readings.connected());
		add(Readings.connected(Readings.master(1)));
		assertLeaderSince(1, true);
	}

	@Test
	void doesNotKnowSinceWhenTheLeaderFoundAtTheStartLeads() {
		add(Readings.reading(ConnectionState.CONNECTING));
		add(Readings.connected(Readings.master(1)));
		assertLeaderSince(1, false);
	}

	@Test
	void doesNotKnowSinceWhenTheLeaderOfAnUnreadPathLeads() {
		add(Readings.incomplete());
		add(Readings.connected(Readings.master(1)));
		assertLeaderSince(1, false);
	}

	@Test
	void doesNotKnowWhoWasElectedDuringAnOutage() {
		add(Readings.connected(Readings.master(1)));
		add(Readings.reading(ConnectionState.RECONNECTING, Readings.master(1)));
		add(Readings.connected(Readings.master(2)));
		assertLeaderSince(2, false);
		add(Readings.reading(ConnectionState.DISCONNECTED));
		add(Readings.connected(Readings.master(3)));
		assertLeaderSince(4, false);
	}

	@Test
	void takesALeaderThatIsStillRegisteredAfterAnOutageForTheSame() {
		add(Readings.connected());
		add(Readings.connected(Readings.master(1)));
		add(Readings.reading(ConnectionState.DISCONNECTED));
		add(Readings.connected(Readings.master(1)));
		assertLeaderSince(1, true);
	}

	@Test
	void countsAgainForALeaderThatDidNotLeadInBetween() {
		add(Readings.connected(Readings.master(1)));
		add(Readings.connected(Readings.unreadable(0, "empty"), Readings.master(1)));
		add(Readings.connected(Readings.master(1)));
		assertLeaderSince(2, true);
	}

	@Test
	void noticesWhoHasGoneWhileTheConnectionWasLost() {
		add(Readings.connected(Readings.master(1), Readings.master(2)));
		add(Readings.reading(ConnectionState.RECONNECTING, Readings.master(1), Readings.master(2)));
		add(Readings.connected(Readings.master(1)));
		assertThat(told()).startsWith("2 LEFT host-2:5050", "2 CONNECTION CONNECTED");
	}

	@Test
	void takesNobodyForNewWhoIsOnlyBeingRead() {
		add(Readings.incomplete(Readings.master(1)));
		add(Readings.connected(Readings.master(1), Readings.master(2)));
		assertThat(told()).noneMatch((change) -> change.contains("JOINED"));
	}

	@Test
	void countsManyAtOnce() {
		add(Readings.connected(Readings.master(1)));
		add(Readings
			.connected(IntStream.rangeClosed(1, 5).mapToObj(Readings::master).toArray(MasterRegistration[]::new)));
		assertThat(told()).startsWith("1 JOINED 4 masters");
	}

	@Test
	void keepsTheLastOnly() {
		for (int i = 0; i < 100; i++) {
			add(Readings.connected(Readings.master(i)));
		}
		assertThat(told()).hasSize(Timeline.LIMIT).startsWith("99 LEADS host-99:5050", "99 JOINED host-99:5050");
	}

	private void assertLeaderSince(int second, boolean electionSeen) {
		assertThat(this.timeline.leaderSince()).isEqualTo(START.plusSeconds(second));
		assertThat(this.timeline.isElectionSeen()).isEqualTo(electionSeen);
	}

	private void add(MasterSnapshot snapshot) {
		this.timeline.add(snapshot, START.plusSeconds(this.second++));
	}

	private List<String> told() {
		return this.timeline.changes()
			.stream()
			.map((change) -> change.at().getEpochSecond() - START.getEpochSecond() + " " + change.kind() + " "
					+ change.subject())
			.toList();
	}

}
