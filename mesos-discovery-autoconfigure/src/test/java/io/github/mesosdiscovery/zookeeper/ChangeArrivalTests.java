package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import io.github.mesosdiscovery.zookeeper.election.Scenario;
import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.election.Scenario.B;
import static io.github.mesosdiscovery.zookeeper.election.Scenario.C;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeArrivalTests {

	private static final Input WATCH = new Input.PathChanged(1);

	private static final Input ANSWER = new Input.HeartbeatReply(1, new Input.PathVersion(1, 1));

	private final ChangeArrival arrival = new ChangeArrival();

	private final Scenario scenario = Scenario.following(A, B);

	@Test
	void theEndOfALeaderCountsFromItsWatch() {
		assertThat(watch(10, (zooKeeper) -> zooKeeper.deleted(A))).isEqualTo(10);
		assertThat(this.scenario.leader()).isEqualTo(B);
	}

	@Test
	void aNewMasterCountsFromTheWatchThroughItsReads() {
		assertThat(watch(10, Scenario::pathChanged)).isEqualTo(10);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.list(10, 101, A, B, C))).isEqualTo(10);
		assertThat(answer(30, (zooKeeper) -> zooKeeper.read(C, 1))).isEqualTo(10);
		assertThat(this.scenario.masters()).containsExactly(A, B, C);
	}

	@Test
	void otherDataCountFromTheirWatch() {
		assertThat(watch(10, (zooKeeper) -> zooKeeper.changed(B))).isEqualTo(10);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.read(Scenario.master(B, 1, "1.11.1")))).isEqualTo(10);
	}

	@Test
	void whatNoWatchToldOfCountsFromTheAnswer() {
		assertThat(answer(10, Scenario::answerHeartbeat)).isEqualTo(10);
		this.scenario.due(Timer.RESYNC);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.list(10, 101, A))).isEqualTo(20);
	}

	@Test
	void aWatchIsOverWhenItsReadsAre() {
		watch(10, Scenario::pathChanged);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.list(10, 100, A, B))).isEqualTo(10);
		assertThat(answer(30, Scenario::answerHeartbeat)).isEqualTo(30);
	}

	@Test
	void itIsOverWithTheFirstChangeThatWasRead() {
		watch(10, Scenario::pathChanged);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.list(10, 101, B, C))).isEqualTo(10);
		assertThat(this.scenario.leader()).isEqualTo(B);
		assertThat(answer(30, (zooKeeper) -> zooKeeper.read(C, 1))).isEqualTo(30);
	}

	@Test
	void aReadThatFailedEndsIt() {
		watch(10, Scenario::pathChanged);
		answer(20, (zooKeeper) -> zooKeeper.list(Cause.OTHER));
		answer(1_000, (zooKeeper) -> zooKeeper.due(Timer.RETRY));
		assertThat(answer(1_010, (zooKeeper) -> zooKeeper.list(10, 101, A, B, C))).isEqualTo(1_010);
	}

	@Test
	void theFirstOfSeveralWatchesCounts() {
		watch(10, Scenario::pathChanged);
		assertThat(watch(15, Scenario::pathChanged)).isEqualTo(15);
		assertThat(answer(20, (zooKeeper) -> zooKeeper.list(10, 101, A, B))).isEqualTo(10);
	}

	@Test
	void aStormOfWatchesBeginsAnewWithEachChange() {
		watch(10, Scenario::pathChanged);
		assertThat(watch(1_000, (zooKeeper) -> zooKeeper.deleted(A))).isEqualTo(1_000);
		watch(1_005, Scenario::pathChanged);
		assertThat(answer(1_010, (zooKeeper) -> zooKeeper.list(10, 102, B, C))).isEqualTo(1_000);
		assertThat(answer(1_020, (zooKeeper) -> zooKeeper.list(10, 103, B))).isEqualTo(1_000);
		assertThat(answer(2_000, Scenario::answerHeartbeat)).isEqualTo(2_000);
	}

	private long watch(long arrived, UnaryOperator<Scenario> played) {
		return dealWith(WATCH, arrived, played);
	}

	private long answer(long arrived, UnaryOperator<Scenario> played) {
		return dealWith(ANSWER, arrived, played);
	}

	/** Returns since when that has been under way which the signal tells of. */
	private long dealWith(Input input, long arrived, UnaryOperator<Scenario> played) {
		MasterSnapshot before = this.scenario.snapshot();
		long since = this.arrival.of(input, arrived);
		played.apply(this.scenario);
		this.arrival.processed(input, arrived, this.scenario.snapshot() != before, this.scenario.state().isReading());
		return since;
	}

}
