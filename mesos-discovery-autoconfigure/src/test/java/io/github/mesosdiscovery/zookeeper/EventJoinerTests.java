package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;

import static io.github.mesosdiscovery.zookeeper.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.Scenario.B;
import static org.assertj.core.api.Assertions.assertThat;

class EventJoinerTests {

	private static final Scenario.NoLocator SOURCE = new Scenario.NoLocator();

	private final Deque<ApplicationEvent> events = new ArrayDeque<>();

	@Test
	void nothingStaysNothing() {
		EventJoiner.join(this.events);
		assertThat(this.events).isEmpty();
	}

	@Test
	void leaderChangesReachFromTheFirstPastToTheLastPresent() {
		Scenario first = Scenario.following(A);
		Scenario last = Scenario.following(B);
		this.events.add(new LeaderChangedEvent(SOURCE, null, Reason.ELECTED, first.snapshot));
		this.events.add(new LeaderChangedEvent(SOURCE, first.snapshot.leader().orElseThrow(), Reason.NO_MASTERS,
				new Scenario().snapshot));
		this.events.add(new LeaderChangedEvent(SOURCE, null, Reason.ELECTED, last.snapshot));
		EventJoiner.join(this.events);
		assertThat(this.events).singleElement().isInstanceOfSatisfying(LeaderChangedEvent.class, (joined) -> {
			assertThat(joined.getPrevious()).isEmpty();
			assertThat(joined.getReason()).isEqualTo(Reason.ELECTED);
			assertThat(joined.getSnapshot()).isSameAs(last.snapshot);
		});
	}

	@Test
	void aLeaderThatIsBackAgainIsNoChange() {
		Scenario scenario = Scenario.following(A);
		MesosMaster leader = scenario.snapshot.leader().orElseThrow();
		this.events.add(new LeaderChangedEvent(SOURCE, leader, Reason.DISCONNECTED, new Scenario().snapshot));
		this.events.add(new LeaderChangedEvent(SOURCE, null, Reason.ELECTED, scenario.snapshot));
		EventJoiner.join(this.events);
		assertThat(this.events).isEmpty();
		this.events
			.add(new LeaderChangedEvent(SOURCE, Scenario.master(A, 1, "1.11.1"), Reason.ELECTED, scenario.snapshot));
		EventJoiner.join(this.events);
		assertThat(this.events).hasSize(1);
	}

	@Test
	void masterChangesReachFromTheFirstPastToTheLastPresent() {
		Scenario first = Scenario.following(A);
		Scenario last = Scenario.following(A, B);
		this.events.add(new MastersChangedEvent(SOURCE, List.of(), first.snapshot));
		this.events.add(new MastersChangedEvent(SOURCE, first.snapshot.registrations(), last.snapshot));
		EventJoiner.join(this.events);
		assertThat(this.events).singleElement().isInstanceOfSatisfying(MastersChangedEvent.class, (joined) -> {
			assertThat(joined.getPrevious()).isEmpty();
			assertThat(joined.getSnapshot()).isSameAs(last.snapshot);
		});
	}

}
