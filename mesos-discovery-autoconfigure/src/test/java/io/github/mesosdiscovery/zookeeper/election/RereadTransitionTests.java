package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.C;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for registrations that are read again: meanwhile no watch reports their end.
 */
class RereadTransitionTests {

	@Test
	void aFailoverToAMasterThatCouldNotBeReadAgainWaitsForItsData() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.failRead(B, Cause.OTHER)
			.deleted(A);
		assertThat(scenario.changes()).isEmpty();
		scenario.due(Timer.RETRY).read(B, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aFailoverToAMasterThatIsBeingReadAgainWaitsForItsData() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(B).deleted(A);
		assertThat(scenario.changes()).isEmpty();
		scenario.read(StateMachineScenario.master(B, 1, "1.12.0"));
		assertThat(scenario.leader()).isEqualTo(B);
		assertThat(scenario.snapshot().masters()).extracting(MesosMaster::version).containsExactly("1.12.0");
		assertThat(scenario.changes()).hasSize(2);
	}

	@Test
	void aMasterThatWasGoneBeforeTheLeaderIsNotPromoted() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.deleted(A)
			.failRead(B, Cause.MISSING);
		assertThat(scenario.changes()).isEmpty();
		scenario.list(10, 110, C).read(C, 3);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + C, "MASTERS [" + C + "]");
	}

	@Test
	void theLeaderStaysWhileItIsReadAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B, C).changed(A).deleted(B);
		assertThat(scenario.masters()).containsExactly(A, C);
	}

	@Test
	void aMasterWhoseReadWasLostWithTheConnectionIsNotPromoted() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.deleted(A)
			.failRead(B, Cause.CONNECTION);
		assertThat(scenario.changes()).isEmpty();
		scenario.disconnect().connect().list(10, 110, B).failRead(B, Cause.MISSING).list(10, 120, C).read(C, 3);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + C, "MASTERS [" + C + "]");
	}

	@Test
	void anUnreadableMasterWhoseReadWasLostDoesNotLead() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.failRead(B, Cause.DENIED)
			.forget();
		scenario.changed(B).deleted(A).failRead(B, Cause.CONNECTION);
		assertThat(scenario.changes()).isEmpty();
		scenario.due(Timer.RETRY).due(Timer.RETRY).failRead(B, Cause.DENIED);
		assertThat(scenario.changes()).containsExactly("NOT_AUTHORIZED " + A + " -> none", "MASTERS []");
	}

	@Test
	void anUnreadableMasterThatCannotBeReadAgainLeads() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.read(A, 1)
			.failRead(B, Cause.OTHER);
		scenario.due(Timer.RETRY).failRead(B, Cause.OTHER).forget().deleted(A);
		assertThat(scenario.changes()).containsExactly("UNREADABLE " + A + " -> none", "MASTERS []");
	}

	@Test
	void aMasterWhoseReadWasLostIsPromotedWhenItIsRead() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.deleted(A)
			.failRead(B, Cause.CONNECTION);
		scenario.due(Timer.RETRY).read(B, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aRegistrationOfARecreatedPathWaitsForTheListing() {
		StateMachineScenario scenario = StateMachineScenario.following(B).changed(B).pathChanged().read(B, 130);
		assertThat(scenario.changes()).isEmpty();
		scenario.list(120, 131, A, B).read(A, 125).read(B, 130);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aRegistrationNewerThanTheListingIsRead() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(10, 100, A, B)
			.read(B, 130);
		assertThat(scenario.masters()).containsExactly(A, B);
	}

	@Test
	void aListingLostWithTheConnectionDoesNotPublishAnEmptyPath() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.deleted(A)
			.list(Cause.CONNECTION);
		assertThat(scenario.changes()).isEmpty();
		scenario.disconnect().connect().list(10, 110, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

}
