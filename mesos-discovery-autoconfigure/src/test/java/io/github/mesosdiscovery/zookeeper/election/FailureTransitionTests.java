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

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reads that fail, and for paths that are created and deleted.
 */
class FailureTransitionTests {

	private static final Failure MISSING = new Failure(Cause.MISSING, "NONODE");

	@Test
	void aMissingPathIsWatchedAndRecovers() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.MISSING);
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
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.MISSING).forget();
		scenario = new StateMachineScenario().open().connect().list(Cause.MISSING).check(new Input.PathVersion(10, 10));
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void aCheckOfThePathThatFailsIsRepeated() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.MISSING);
		scenario.check(new Failure(Cause.DENIED, "NOAUTH"));
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RETRY);
		assertThat(scenario.commands(Command.ListChildren.class)).hasSize(2);
	}

	@Test
	void aReplyToAnEarlierCheckIsIgnored() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.MISSING);
		Command.WatchPathCreation old = scenario.last(Command.WatchPathCreation.class);
		scenario.pathChanged()
			.list(10, 10, A)
			.forget()
			.on(new Input.PathChecked(1, old.request(), new Input.PathVersion(10, 10)));
		assertThat(scenario.requests()).isEmpty();
	}

	@Test
	void aDeletedPathLeavesNoLeader() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(Cause.MISSING);
		assertThat(scenario.changes()).containsExactly("NO_MASTERS " + A + " -> none", "MASTERS []");
	}

	@Test
	void aRecreatedPathMayStartWithALowerSequence() {
		StateMachineScenario scenario = StateMachineScenario.following(B)
			.deleted(B)
			.pathChanged()
			.list(Cause.MISSING)
			.check(MISSING);
		scenario.pathChanged().list(200, 201, A).read(A, 201);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aRecreatedPathMakesTheSameNameAnotherRegistration() {
		StateMachineScenario scenario = StateMachineScenario.following(A).disconnect().connect().list(200, 201, A);
		assertThat(scenario.leader()).isEqualTo(A);
		scenario.read(A, 201);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + A, "MASTERS [" + A + "]");
		assertThat(scenario.snapshot().leader().orElseThrow().epoch()).isEqualTo(201);
	}

	@Test
	void aDeniedPathIsRetriedAndRecovers() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(Cause.DENIED);
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
	@EnumSource(value = Cause.class, names = { "CONNECTION", "UNAUTHENTICATED", "OTHER" })
	void aListingThatFailsKeepsWhatIsKnownAndIsRepeated(Cause cause) {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().list(cause).forget();
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.due(Timer.RETRY).requests()).containsExactly(new Command.ListChildren(1, 3, false));
		scenario.list(10, 110, A, B).read(B, 2);
		assertThat(scenario.masters()).containsExactly(A, B);
	}

	@Test
	void aRepeatedListingStillReadsEverythingIfTheFirstWould() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.due(Timer.RESYNC)
			.list(Cause.OTHER)
			.due(Timer.RETRY)
			.list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
	}

	@Test
	void failuresInARowAreRepeatedOnceAndLater() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, A, B);
		scenario.failRead(A, Cause.OTHER).failRead(B, Cause.OTHER);
		assertThat(scenario.commands(Command.Schedule.class)).filteredOn((it) -> it.timer() == Timer.RETRY).hasSize(1);
		scenario.forget().due(Timer.RETRY);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
		scenario.failRead(A, Cause.OTHER);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(1));
	}

	@Test
	void aSuccessShortensThePauseOfNoOtherRead() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(B).failRead(B, Cause.DENIED);
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
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(A).failRead(A, Cause.OTHER);
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
		StateMachineScenario scenario = StateMachineScenario.following(A).changed(A).failRead(A, Cause.OTHER).forget();
		scenario.after(1).on(new Input.TimerFired(Timer.RETRY));
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0) - 1);
	}

	@Test
	void aSuccessResetsTheBackOff() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.changed(A)
			.failRead(A, Cause.OTHER)
			.due(Timer.RETRY)
			.read(A, 1);
		scenario.changed(A).failRead(A, Cause.OTHER);
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
	}

	@Test
	void aDeniedLeaderIsNotReplaced() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.read(B, 2)
			.failRead(A, Cause.DENIED);
		assertThat(scenario.problem()).isEqualTo(Kind.NOT_AUTHORIZED);
		assertThat(scenario.leader()).isEqualTo("none");
		scenario.due(Timer.RETRY).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aReadThatFailsKeepsWhatWasReadBefore() {
		StateMachineScenario scenario = StateMachineScenario.following(A).changed(A).failRead(A, Cause.OTHER);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.changes()).isEmpty();
	}

	@Test
	void aFirstReadThatFailsLeavesTheLeaderUnreadable() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A, B)
			.failRead(A, Cause.OTHER);
		assertThat(scenario.problem()).isEqualTo(Kind.UNREADABLE);
		assertThat(scenario.snapshot().problem().orElseThrow().znode()).isEqualTo(A);
	}

	@Test
	void aReadThatEndsWithItsConnectionPublishesNothing() {
		StateMachineScenario scenario = new StateMachineScenario().open()
			.connect()
			.list(10, 100, A)
			.failRead(A, Cause.CONNECTION);
		assertThat(scenario.problem()).isNull();
		assertThat(scenario.scheduled(Timer.RETRY)).isEqualTo(Retry.pause(0));
		scenario.due(Timer.RETRY).read(A, 1);
		assertThat(scenario.leader()).isEqualTo(A);
	}

	@Test
	void aReadIsNotRepeatedTwiceAtATime() {
		StateMachineScenario scenario = new StateMachineScenario().open()
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
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(Cause.OTHER)
			.forget()
			.pathChanged();
		assertThat(scenario.requests()).isEmpty();
		assertThat(scenario.due(Timer.RETRY).pathChanged().due(Timer.RETRY).requests()).hasSize(1);
	}

	@Test
	void aFailedListingDoesNotPublishAnEmptyPath() {
		StateMachineScenario scenario = StateMachineScenario.following(A).pathChanged().deleted(A).list(Cause.OTHER);
		assertThat(scenario.connection()).isEqualTo(ConnectionState.RECONNECTING);
		assertThat(scenario.problem()).isNull();
		scenario.due(Timer.RETRY).list(10, 110, B).read(B, 2);
		assertThat(scenario.changes()).containsExactly("ELECTED " + A + " -> " + B, "MASTERS [" + B + "]");
	}

	@Test
	void aReplyForARegistrationThatLeftIsIgnored() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B).changed(B).deleted(B).read(B, 1);
		assertThat(scenario.masters()).containsExactly(A);
	}

	@Test
	void aHeartbeatThatEndsWithItsConnectionIsNoContact() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.after(5)
			.answerHeartbeat(new Failure(Cause.CONNECTION, "CONNECTIONLOSS"));
		assertThat(scenario.lastContact()).isEqualTo(scenario.now - 5);
	}

	@Test
	void otherChildrenAreKeptForMessages() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100);
		assertThat(scenario.snapshot().otherChildren()).isEqualTo(List.of("log_replicas"));
		assertThat(scenario.problem()).isEqualTo(Kind.NO_MASTERS);
	}

	@Test
	void aPathKnownToBeMissingIsAcceptedInANewSession() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.deleted(A)
			.pathChanged()
			.list(Cause.MISSING)
			.check(MISSING);
		scenario.open().connect();
		assertThat(scenario.last(Command.ListChildren.class).sync()).isTrue();
		scenario.list(Cause.MISSING);
		assertThat(scenario.problem()).isEqualTo(Kind.NO_PATH);
		assertThat(scenario.state.guard().refusals()).isZero();
	}

	@Test
	void aDeletedPathDoesNotComeBackInANewSession() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.pathChanged()
			.list(Cause.MISSING)
			.check(MISSING);
		scenario.open().connect().list(10, 100, A);
		assertThat(scenario.state.guard().refusals()).isEqualTo(1);
		assertThat(scenario.state.members().all().isEmpty()).isTrue();
		scenario.due(Timer.RETRY).list(200, 201, A).read(A, 201);
		assertThat(scenario.leader()).isEqualTo(A);
		assertThat(scenario.state.guard().generation()).isZero();
	}

	@Test
	void aCheckThatEndsWithItsConnectionIsNoContact() {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(Cause.MISSING).after(5);
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
		StateMachineScenario scenario = StateMachineScenario.following(A).due(Timer.RESYNC).changed(A).list(10, 100, A);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(2);
		scenario.read(StateMachineScenario.master(A, 1, "1.11.1"));
		assertThat(scenario.snapshot().leader()).map(MesosMaster::version).contains("1.11.1");
		scenario.read(StateMachineScenario.master(A, 1, "1.12.0"));
		assertThat(scenario.snapshot().leader()).map(MesosMaster::version).contains("1.12.0");
		scenario.failRead(A, Cause.OTHER).due(Timer.RETRY);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(3);
	}

	@Test
	void aRegistrationThatChangedAndLeftDuringItsReadIsNotReadAgain() {
		StateMachineScenario scenario = StateMachineScenario.following(A, B)
			.changed(B)
			.changed(B)
			.failRead(B, Cause.MISSING);
		assertThat(scenario.commands(Command.ReadMember.class)).hasSize(1);
		assertThat(scenario.masters()).containsExactly(A);
	}

	@Test
	void aRegistrationThatBecomesUnreadableIsAnotherReading() {
		StateMachineScenario scenario = StateMachineScenario.following(A)
			.changed(A)
			.readUndecodable(A)
			.forget()
			.changed(A)
			.read(A, 1);
		assertThat(scenario.changes()).containsExactly("ELECTED none -> " + A, "MASTERS [" + A + "]");
	}

}
