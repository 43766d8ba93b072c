package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.C;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the election.
 */
class ElectionTransitionTests {

	@Test
	void theLowestSequenceLeadsAndIsPublishedOnce() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, C, A, B);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTING);
		scenario.read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.snapshot().isComplete()).isFalse();
		scenario.read(C, 3).read(B, 2);
		assertThat(scenario.snapshot().isComplete()).isTrue();
		assertThat(scenario.masters()).containsExactly(A, B, C);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + "]",
				"MASTERS [" + A + ", " + B + ", " + C + "]");
	}

	@Test
	void sequencesAreComparedAsNumbersAcrossLabels() {
		StateMachineScenario scenario = StateMachineScenario.following("json.info_0000000010", "info_0000000009",
				"0000000011");
		assertThat(scenario.masters()).containsExactly("info_0000000009", "json.info_0000000010", "0000000011");
	}

	@Test
	void aWrappedSequenceIsLowerThanAllOthers() {
		StateMachineScenario scenario = StateMachineScenario.following("json.info_2147483647", "json.info_-2147483648");
		assertThat(scenario.leader()).isEqualTo("json.info_-2147483648");
	}

	@Test
	void theSameSequenceIsOrderedByName() {
		assertThat(StateMachineScenario.following(A, "info_0000000001").masters()).containsExactly("info_0000000001",
				A);
	}

	@Test
	void aFollowerCanBeReadBeforeTheLeader() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, A, B).read(B, 2);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.changes()).isEmpty();
		scenario.read(A, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + ", " + B + "]");
	}

	@Test
	void aFailoverNeedsNoRequest() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).deleted(A);
		assertThat(scenario.leader()).isEqualTo(B);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aChangeCostsOneListAndOneGetForEachNewRegistration() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.deleted(A)
			.pathChanged()
			.list(10, 110, B, C)
			.read(C, 3);
		assertThat(scenario.requests()).hasSize(2);
		assertThat(scenario.commands(Command.ReadMember.class)).extracting((read) -> read.name().znode())
			.containsExactly(C);
		assertThat(scenario.masters()).containsExactly(B, C);
	}

	@Test
	void aFailoverToARegistrationNotReadYetWaitsForItsData() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(10, 110, A, B)
			.forget()
			.deleted(A);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.changes()).isEmpty();
		scenario = StateMachineScenario.following(A).pathChanged().list(10, 110, A, B).deleted(A).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aNewFollowerDoesNotTouchTheLeader() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(10, 110, A, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("MASTERS [" + A + ", " + B + "]");
	}

	@Test
	void followersThatComeTogetherAreOneChange() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(10, 110, A, B, C)
			.read(B, 2);
		assertThat(scenario.changes()).isEmpty();
		scenario.read(C, 3);
		assertThat(scenario.changes()).containsExactly("MASTERS [" + A + ", " + B + ", " + C + "]");
	}

	@Test
	void theLastMasterLeaves() {
		StateMachineScenario scenario = StateMachineScenario.following(A).deleted(A);
		assertThat(scenario.problem()).isEqualTo(Kind.NO_MASTERS);
		assertThat(scenario.changes()).containsExactly("NO_MASTERS " + A + " -> none", "MASTERS []");
		scenario.pathChanged().list(10, 110).forget().pathChanged().list(10, 120, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + B, "MASTERS [" + B + "]");
		assertThat(scenario.problem()).isNull();
	}

	@Test
	void anUndecodableLeaderIsNotReplacedByTheNext() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(A).readUndecodable(A);
		assertThat(scenario.leader()).isEqualTo("none");
		assertThat(scenario.problem()).isEqualTo(Kind.UNREADABLE);
		assertThat(scenario.masters()).containsExactly(B);
		assertThat(scenario.snapshot().registrations()).extracting("znode").containsExactly(A, B);
		assertThat(scenario.changes()).containsExactly("UNREADABLE " + A + " -> none", "MASTERS [" + B + "]");
		scenario.forget().deleted(A);
		assertThat(scenario.changes()).first().isEqualTo("ELECTED none -> " + B);
	}

	@Test
	void anUndecodableFollowerIsListedAndHarmsNobody() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.read(A, 1)
			.readUndecodable(B);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.problem()).isNull();
		assertThat(scenario.snapshot().registrations()).extracting("znode").containsExactly(A, B);
	}

	@Test
	void newDataOfTheLeaderIsAChangeOfTheSameRegistration() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.changed(A)
			.read(StateMachineScenario.master(A, 1, "1.11.1"));
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + A, "MASTERS [" + A + "]");
		assertThat(scenario.snapshot().leader().orElseThrow().version()).isEqualTo("1.11.1");
	}

	@Test
	void theSameDataIsNoChange() {
		StateMachineScenario scenario = StateMachineScenario.following(A);
		Object before = scenario.snapshot();
		scenario.changed(A).read(A, 1);
		assertThat(scenario.snapshot()).isSameAs(before);
	}

	@Test
	void aChangeOfARegistrationThatIsUnknownIsIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A).changed(B).deleted(B);
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void aChangeDuringAReadIsReadAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A).changed(A).changed(A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
		scenario.read(A, 1);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
		scenario.read(A, 1);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
	}

	@Test
	void aRegistrationThatLeavesDuringItsReadCausesAListing() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(10, 110, A, B).forget();
		scenario = StateMachineScenario.following(A).pathChanged().list(10, 110, A, B).failRead(B, Cause.MISSING);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
		assertThat(scenario.masters()).containsExactly(A);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void aLeaderThatLeavesBetweenListAndReadIsSkipped() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.read(B, 2)
			.failRead(A, Cause.MISSING);
		assertThat(scenario.leader()).isEqualTo(B);
		assertThat(scenario.changes()).first().isEqualTo("ELECTED none -> " + B);
	}

	@Test
	void aChangeDuringAListingIsListedAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().pathChanged();
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(1);
		scenario.list(10, 110, A);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
		scenario.list(10, 110, A);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void aListingFromBeforeADeletionDoesNotBringTheLeaderBack() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.pathChanged()
			.deleted(A)
			.list(10, 110, A, B);
		assertThat(scenario.leader()).isEqualTo(B);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
		scenario.failRead(A, Cause.MISSING).list(10, 120, B);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aReplyToAListingThatWasReplacedIsIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged();
		Command.ListChildren old = scenario.last(Command.ListChildren.class);
		scenario.due(Timer.RESYNC)
			.on(new Input.ChildrenListed(old.clientId(), old.request(), new Input.Failure(Cause.MISSING, "NONODE")));
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.list(10, 110, A, B);
		assertThat(scenario.state.members().all().size()).isEqualTo(2);
	}

	@Test
	void aLeaderThatLeavesDuringAListingIsFollowedByTheListedOne() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().deleted(A);
		assertThat(scenario.changes()).isEmpty();
		scenario.list(10, 120, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void theLastMasterLeavesDuringAListingThatFindsNoOther() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().deleted(A).list(10, 120);
		assertThat(scenario.changes()).isEmpty();
		scenario.list(10, 120);
		assertThat(scenario.changes()).containsExactly("NO_MASTERS " + A + " -> none", "MASTERS []");
	}

	@Test
	void aListingFromBeforeTheLastDeletionIsRepeatedBeforeAnythingIsPublished() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.deleted(A)
			.list(10, 110, A)
			.failRead(A, Cause.MISSING);
		assertThat(scenario.changes()).isEmpty();
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
		scenario.list(10, 120, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void registrationsThatEndAtOnceLeadOneAfterTheOther() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B, C).deleted(A).deleted(B);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + ", " + C + "]",
				"ELECTED " + B + " -> " + C, "MASTERS [" + C + "]");
	}

	/**
	 * B never led: the counter overflowed and the new registration came before A ended.
	 */
	@Test
	void promotionFromMemoryIsCorrectedByTheListOnceTheCounterHasOverflowed() {
		String lowest = "json.info_-2147483648";
		StateMachineScenario scenario = StateMachineScenario.following(A, B).pathChanged().deleted(A);
		assertThat(scenario.leader()).isEqualTo(B);
		scenario.list(10, 120, lowest, B).read(lowest, 110);
		assertThat(scenario.changes()).filteredOn((change) -> change.startsWith("ELECTED"))
			.containsExactly("ELECTED " + A + " -> " + B, "ELECTED " + B + " -> " + lowest);
	}

	@Test
	void aNameThatLeftAndReturnedIsReadAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.deleted(A)
			.list(10, 120, A)
			.read(A, 120);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + A, "MASTERS [" + A + "]");
		assertThat(scenario.snapshot().leader().orElseThrow().epoch()).isEqualTo(120);
	}

}
