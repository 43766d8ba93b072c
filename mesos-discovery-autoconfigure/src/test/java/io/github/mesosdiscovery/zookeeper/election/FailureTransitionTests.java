package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.election.Scenario.B;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reads that fail, and for paths that are created and deleted.
 */
class FailureTransitionTests {

	private static final Failure MISSING = new Failure(Cause.MISSING, "NONODE");

	@Test
	void aMissingPathIsWatchedAndRecovers() {
		Scenario scenario = new Scenario().open().connect().list(Cause.MISSING);
		assertThat(scenario.problem()).isEqualTo(Kind.NO_PATH);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.CONNECTED);
		scenario.check(MISSING);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(-1);
		scenario.pathChanged().list(10, 10).pathChanged().list(10, 11, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + "]");
	}

	@Test
	void aPathCreatedBeforeItIsWatchedIsListed() {
		Scenario scenario = new Scenario().open().connect().list(Cause.MISSING).forget();
		scenario = new Scenario().open().connect().list(Cause.MISSING).check(new Input.PathVersion(10, 10));
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void aCheckOfThePathThatFailsIsRepeated() {
		Scenario scenario = new Scenario().open().connect().list(Cause.MISSING);
		scenario.check(new Failure(Cause.DENIED, "NOAUTH"));
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RETRY);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void aReplyToAnEarlierCheckIsIgnored() {
		Scenario scenario = new Scenario().open().connect().list(Cause.MISSING);
		Command.WatchPathCreation old = scenario.last(Command.WatchPathCreation.class);
		scenario.pathChanged()
			.list(10, 10, A)
			.forget()
			.on(new Input.PathChecked(1, old.request(), new Input.PathVersion(10, 10)));
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aDeletedPathLeavesNoLeader() {
		Scenario scenario = Scenario.following(A).pathChanged().list(Cause.MISSING);
		assertThat(scenario.changes()).containsExactly("NO_MASTERS " + A + " -> none", "MASTERS []");
	}

	@Test
	void aRecreatedPathMayStartWithALowerSequence() {
		Scenario scenario = Scenario.following(B).deleted(B).pathChanged().list(Cause.MISSING).check(MISSING);
		scenario.pathChanged().list(200, 201, A).read(A, 201);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aRecreatedPathMakesTheSameNameAnotherRegistration() {
		Scenario scenario = Scenario.following(A).disconnect().connect().list(200, 201, A);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.read(A, 201);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + A, "MASTERS [" + A + "]");
		assertThat(scenario.snapshot().leader().orElseThrow().epoch()).isEqualTo(201);
	}

	@Test
	void aDeniedPathIsRetriedAndRecovers() {
		Scenario scenario = Scenario.following(A).pathChanged().list(Cause.DENIED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.changes()).containsExactly("NOT_AUTHORIZED " + A + " -> none", "MASTERS []");
		for (int i = 0; i < 10; i++) {
			assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(i));
			scenario.due(Timer.RETRY).list(Cause.DENIED);
		}
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.MAX_PAUSE);
		scenario.due(Timer.RETRY).list(10, 100, A).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@ParameterizedTest
	@EnumSource(value = Cause.class, names = { "CONNECTION", "OTHER" })
	void aListingThatFailsKeepsWhatIsKnownAndIsRepeated(Cause cause) {
		Scenario scenario = Scenario.following(A).pathChanged().list(cause);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.due(Timer.RETRY).list(10, 110, A, B).read(B, 2);
		assertThat(scenario.masters()).containsExactly(A, B);
	}

	@Test
	void aRepeatedListingStillReadsEverythingIfTheFirstWould() {
		Scenario scenario = Scenario.following(A).due(Timer.RESYNC).list(Cause.OTHER).due(Timer.RETRY).list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
	}

	@Test
	void failuresInARowAreRepeatedOnceAndLater() {
		Scenario scenario = new Scenario().open().connect().list(10, 100, A, B);
		scenario.failRead(A, Cause.OTHER).failRead(B, Cause.OTHER);
		assertThat(scenario.commands(Command.Schedule.class)).filteredOn((it) -> it.timer() == Timer.RETRY).hasSize(1);
		scenario.forget().due(Timer.RETRY);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
		scenario.failRead(A, Cause.OTHER);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(1));
	}

	@Test
	void aSuccessShortensThePauseOfNoOtherRead() {
		Scenario scenario = Scenario.following(A, B).changed(B).failRead(B, Cause.DENIED);
		for (int i = 0; i < 8; i++) {
			scenario.due(Timer.RETRY).failRead(B, Cause.DENIED);
		}
		scenario.forget();
		for (int i = 0; i < 50; i++) {
			scenario.after(Retry.MAX_PAUSE / 51).changed(A).read(A, 1).due(Timer.HEARTBEAT).answerHeartbeat();
			scenario.pathChanged().list(10, 101 + i, A, B);
		}
		assertThat(scenario.commands(Command.ReadMember.class)).extracting((read) -> read.name().znode())
			.doesNotContain(B);
		scenario.due(Timer.RETRY);
		assertThat(scenario.last(Command.ReadMember.class).name().znode()).isEqualTo(B);
	}

	@Test
	void aFailureWaitsForItsOwnTimeBesideOthers() {
		Scenario scenario = Scenario.following(A, B).changed(A).failRead(A, Cause.OTHER);
		for (int i = 0; i < 3; i++) {
			scenario.due(Timer.RETRY).failRead(A, Cause.OTHER);
		}
		scenario.changed(B).failRead(B, Cause.OTHER).forget().due(Timer.RETRY);
		assertThat(scenario.requests()).hasSize(1);
		assertThat(scenario.last(Command.ReadMember.class).name().znode()).isEqualTo(B);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(3) - Retry.pause(0));
		scenario.due(Timer.RETRY);
		assertThat(scenario.last(Command.ReadMember.class).name().znode()).isEqualTo(A);
	}

	@Test
	void aRetryTimerThatFiresEarlyIsSetAgain() {
		Scenario scenario = Scenario.following(A).changed(A).failRead(A, Cause.OTHER).forget();
		scenario.after(1).on(new Input.TimerFired(Timer.RETRY));
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0) - 1);
	}

	@Test
	void aSuccessResetsTheBackOff() {
		Scenario scenario = Scenario.following(A).changed(A).failRead(A, Cause.OTHER).due(Timer.RETRY).read(A, 1);
		scenario.changed(A).failRead(A, Cause.OTHER);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
	}

	@Test
	void aDeniedLeaderIsNotReplaced() {
		Scenario scenario = new Scenario().open().connect().list(10, 100, A, B).read(B, 2).failRead(A, Cause.DENIED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.leader()).isEqualTo("none");
		scenario.due(Timer.RETRY).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aReadThatFailsKeepsWhatWasReadBefore() {
		Scenario scenario = Scenario.following(A).changed(A).failRead(A, Cause.OTHER);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void aFirstReadThatFailsLeavesTheLeaderUnreadable() {
		Scenario scenario = new Scenario().open().connect().list(10, 100, A, B).failRead(A, Cause.OTHER);
		assertThat(scenario.problem()).isEqualTo(Kind.UNREADABLE);
		assertThat(scenario.snapshot().problem().orElseThrow().znode()).isEqualTo(A);
	}

	@Test
	void aReadThatEndsWithItsConnectionPublishesNothing() {
		Scenario scenario = new Scenario().open().connect().list(10, 100, A).failRead(A, Cause.CONNECTION);
		assertThat(scenario.problem()).isNull();
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RETRY).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aReadIsNotRepeatedTwiceAtATime() {
		Scenario scenario = new Scenario().open()
			.connect()
			.list(10, 100, A)
			.failRead(A, Cause.OTHER)
			.changed(A)
			.forget();
		scenario.due(Timer.RETRY);
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aListingIsNotRepeatedTwiceAtATime() {
		Scenario scenario = Scenario.following(A).pathChanged().list(Cause.OTHER).forget().pathChanged();
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.due(Timer.RETRY).pathChanged().due(Timer.RETRY).requests()).hasSize(1);
	}

	@Test
	void aFailedListingDoesNotPublishAnEmptyPath() {
		Scenario scenario = Scenario.following(A).pathChanged().deleted(A).list(Cause.OTHER);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.problem()).isNull();
		scenario.due(Timer.RETRY).list(10, 110, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aReplyForARegistrationThatLeftIsIgnored() {
		Scenario scenario = Scenario.following(A, B).changed(B).deleted(B).read(B, 1);
		assertThat(scenario.masters()).containsExactly(A);
	}

	@Test
	void aHeartbeatThatEndsWithItsConnectionIsNoContact() {
		Scenario scenario = Scenario.following(A)
			.after(5)
			.answerHeartbeat(new Failure(Cause.CONNECTION, "CONNECTIONLOSS"));
		assertThat(scenario.lastContact()).isEqualTo(scenario.now - 5);
	}

	@Test
	void otherChildrenAreKeptForMessages() {
		Scenario scenario = new Scenario().open().connect().list(10, 100);
		assertThat(scenario.snapshot().otherChildren()).isEqualTo(List.of("log_replicas"));
		assertThat(scenario.problem()).isEqualTo(Kind.NO_MASTERS);
	}

	@Test
	void aPathKnownToBeMissingIsAcceptedInANewSession() {
		Scenario scenario = Scenario.following(A).deleted(A).pathChanged().list(Cause.MISSING).check(MISSING);
		scenario.open().connect();
		assertThat(scenario.last(Command.ListChildren.class).sync()).isTrue();
		scenario.list(Cause.MISSING);
		assertThat(scenario.problem()).isEqualTo(Kind.NO_PATH);
		assertThat(scenario.state.guard().refusals()).isZero();
	}

	@Test
	void aDeletedPathDoesNotComeBackInANewSession() {
		Scenario scenario = Scenario.following(A).pathChanged().list(Cause.MISSING).check(MISSING);
		scenario.open().connect().list(10, 100, A);
		assertThat(scenario.state.guard().refusals()).isEqualTo(1);
		assertThat(scenario.state.members().all().isEmpty()).isTrue();
		scenario.due(Timer.RETRY).list(200, 201, A).read(A, 201);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.state.guard().generation()).isZero();
	}

	@Test
	void aCheckThatEndsWithItsConnectionIsNoContact() {
		Scenario scenario = new Scenario().open().connect().list(Cause.MISSING).after(5);
		scenario.check(new Failure(Cause.CONNECTION, "CONNECTIONLOSS"));
		assertThat(scenario.lastContact()).isEqualTo(scenario.now - 5);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
	}

	/**
	 * ZooKeeper answers the requests of a client in their order. So the reply to an
	 * earlier read of a registration can be taken for what it says, and the next reply
	 * corrects it.
	 */
	@Test
	void repliesToTwoReadsOfARegistrationCountInTheirOrder() {
		Scenario scenario = Scenario.following(A).due(Timer.RESYNC).changed(A).list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
		scenario.read(Scenario.master(A, 1, "1.11.1"));
		assertThat(scenario.snapshot().leader()).map(MesosMaster::version).contains("1.11.1");
		scenario.read(Scenario.master(A, 1, "1.12.0"));
		assertThat(scenario.snapshot().leader()).map(MesosMaster::version).contains("1.12.0");
		scenario.failRead(A, Cause.OTHER).due(Timer.RETRY);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(3);
	}

	@Test
	void aRegistrationThatChangedAndLeftDuringItsReadIsNotReadAgain() {
		Scenario scenario = Scenario.following(A, B).changed(B).changed(B).failRead(B, Cause.MISSING);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
		assertThat(scenario.masters()).containsExactly(A);
	}

	@Test
	void aRegistrationThatBecomesUnreadableIsAnotherReading() {
		Scenario scenario = Scenario.following(A).changed(A).readUndecodable(A).forget().changed(A).read(A, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + "]");
	}

}
