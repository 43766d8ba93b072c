package io.github.mesosdiscovery.zookeeper;

import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.B;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.C;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChangeArrival}.
 */
class ChangeArrivalTests {

	private static final Input WATCH = new Input.PathChanged(1);

	private static final Input REPLY = new Input.HeartbeatReply(1, new Input.PathVersion(1, 1));

	private final ChangeArrival arrival = new ChangeArrival();

	private final StateMachineScenario scenario = StateMachineScenario.following(A, B);

	@Test
	void endOfTheLeaderStartsWithItsWatch() {
		assertThat(watch(10, (zooKeeper) -> zooKeeper.deleted(A))).isEqualTo(10);
		assertThat(this.scenario.leader()).isEqualTo(B);
	}

	@Test
	void newMasterStartsWithTheWatchBeforeItsReads() {
		assertThat(watch(10, StateMachineScenario::pathChanged)).isEqualTo(10);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.list(10, 101, A, B, C))).isEqualTo(10);
		assertThat(reply(30, (zooKeeper) -> zooKeeper.read(C, 1))).isEqualTo(10);
		assertThat(this.scenario.masters()).containsExactly(A, B, C);
	}

	@Test
	void changedDataStartsWithItsWatch() {
		assertThat(watch(10, (zooKeeper) -> zooKeeper.changed(B))).isEqualTo(10);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.read(StateMachineScenario.master(B, 1, "1.11.1")))).isEqualTo(10);
	}

	@Test
	void changeWithoutAWatchStartsWithTheReply() {
		assertThat(reply(10, StateMachineScenario::answerHeartbeat)).isEqualTo(10);
		this.scenario.due(Timer.RESYNC);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.list(10, 101, A))).isEqualTo(20);
	}

	@Test
	void watchEndsWithItsReads() {
		watch(10, StateMachineScenario::pathChanged);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.list(10, 100, A, B))).isEqualTo(10);
		assertThat(reply(30, StateMachineScenario::answerHeartbeat)).isEqualTo(30);
	}

	@Test
	void watchEndsWithTheFirstChange() {
		watch(10, StateMachineScenario::pathChanged);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.list(10, 101, B, C))).isEqualTo(10);
		assertThat(this.scenario.leader()).isEqualTo(B);
		assertThat(reply(30, (zooKeeper) -> zooKeeper.read(C, 1))).isEqualTo(30);
	}

	@Test
	void watchEndsWithAFailedRead() {
		watch(10, StateMachineScenario::pathChanged);
		reply(20, (zooKeeper) -> zooKeeper.list(Cause.OTHER));
		reply(1_000, (zooKeeper) -> zooKeeper.due(Timer.RETRY));
		assertThat(reply(1_010, (zooKeeper) -> zooKeeper.list(10, 101, A, B, C))).isEqualTo(1_010);
	}

	@Test
	void firstOfSeveralWatchesCounts() {
		watch(10, StateMachineScenario::pathChanged);
		assertThat(watch(15, StateMachineScenario::pathChanged)).isEqualTo(15);
		assertThat(reply(20, (zooKeeper) -> zooKeeper.list(10, 101, A, B))).isEqualTo(10);
	}

	@Test
	void stormOfWatchesStartsOverWithEachChange() {
		watch(10, StateMachineScenario::pathChanged);
		assertThat(watch(1_000, (zooKeeper) -> zooKeeper.deleted(A))).isEqualTo(1_000);
		watch(1_005, StateMachineScenario::pathChanged);
		assertThat(reply(1_010, (zooKeeper) -> zooKeeper.list(10, 102, B, C))).isEqualTo(1_000);
		assertThat(reply(1_020, (zooKeeper) -> zooKeeper.list(10, 103, B))).isEqualTo(1_000);
		assertThat(reply(2_000, StateMachineScenario::answerHeartbeat)).isEqualTo(2_000);
	}

	private long watch(long arrived, UnaryOperator<StateMachineScenario> played) {
		return process(WATCH, arrived, played);
	}

	private long reply(long arrived, UnaryOperator<StateMachineScenario> played) {
		return process(REPLY, arrived, played);
	}

	private long process(Input input, long arrived, UnaryOperator<StateMachineScenario> played) {
		MasterSnapshot before = this.scenario.snapshot();
		long since = this.arrival.of(input, arrived);
		played.apply(this.scenario);
		this.arrival.processed(input, arrived, this.scenario.snapshot() != before, this.scenario.state().isReading());
		return since;
	}

}
