package io.github.mesosdiscovery.catalogue;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Scenarios of the counter that gives the registrations their sequences.
 */
class CounterScenarioTests extends AbstractScenarioTests {

	/** Later servers refuse to count on. */
	private static final List<String> WRAPPING = List.of("3.4.", "3.5.");

	@BeforeEach
	void createPath() {
		this.path.create();
	}

	@Test
	@DisplayName("#13 Sequences are signed: a negative one leads")
	void aNegativeSequenceLeads() {
		Znode highest = child("info_2147483647");
		Znode zero = child("json.info_0000000000");
		FollowedMasters masters = followForLong();
		masters.awaitHeard(zero, highest);
		Znode negative = child("info_-0000000001");
		masters.awaitHeard(negative, zero, highest);
		Znode lowest = child("json.info_-2147483648");
		masters.awaitHeard(lowest, negative, zero, highest);
		assertThat(masters.locator.leader()).map(MesosMaster::sequence).contains(Integer.MIN_VALUE);
		lowest.delete();
		masters.awaitHeard(negative, zero, highest);
		assertThat(masters.changes()).containsExactly("ELECTED " + zero.name(), "ELECTED " + negative.name(),
				"ELECTED " + lowest.name(), "ELECTED " + negative.name());
	}

	@Test
	@DisplayName("#13 The leader goes and a lower one comes during an outage: nobody is promoted in between")
	void aLowerSequenceComesDuringAnOutage() {
		Znode first = child("json.info_2147483646");
		Znode second = child("json.info_2147483647");
		FollowedMasters masters = followForLong();
		masters.awaitHeard(first, second);
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		first.delete();
		Znode lowest = child("json.info_-2147483648");
		this.network.restore();
		masters.awaitHeard(lowest, second);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name(), "ELECTED " + lowest.name());
	}

	@Test
	@DisplayName("#13 The counter of the sequences overflows: who comes next is seen, whatever its name")
	void theCounterOverflows() {
		SequenceCounter.set(zooKeeper, this.path.path(), Integer.MAX_VALUE - 1);
		Znode last = register();
		assertThat(last.name()).isEqualTo("json.info_2147483646");
		FollowedMasters masters = followForLong();
		masters.awaitHeard(last);
		Znode highest = register();
		assertThat(highest.name()).isEqualTo("json.info_2147483647");
		masters.awaitHeard(last, highest);
		if (WRAPPING.stream().anyMatch(this.version::startsWith)) {
			assertWrapped(masters, last, highest);
		}
		else {
			assertStuck(masters, last, highest);
		}
	}

	private void assertWrapped(FollowedMasters masters, Znode last, Znode highest) {
		Znode lowest = register();
		assertThat(lowest.name()).isEqualTo("json.info_-2147483648");
		masters.awaitHeard(lowest, last, highest);
		List<Znode> more = new ArrayList<>(List.of(lowest, register(), register()));
		more.addAll(List.of(last, highest));
		masters.awaitHeard(more.toArray(Znode[]::new));
		assertThat(masters.changes()).containsExactly("ELECTED " + last.name(), "ELECTED " + lowest.name());
	}

	/**
	 * The server refuses all others until the last name is free, and does not count the
	 * one that takes it as a change of the path.
	 */
	private void assertStuck(FollowedMasters masters, Znode last, Znode highest) {
		for (int i = 0; i < 3; i++) {
			assertThatIllegalStateException().isThrownBy(this::register).withCauseInstanceOf(NodeExistsException.class);
		}
		long epoch = highest.epoch();
		highest.delete();
		masters.awaitHeard(last);
		Znode again = register();
		assertThat(again.name()).isEqualTo(highest.name());
		assertThat(again.epoch()).isGreaterThan(epoch);
		masters.awaitHeard(last, again);
		again.delete();
		masters.awaitHeard(last);
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		long version = pzxid(last);
		Znode unnoticed = register();
		assertThat(pzxid(last)).isEqualTo(version);
		this.network.restore();
		masters.awaitHeard(last, unnoticed);
		assertThat(masters.changes()).containsExactly("ELECTED " + last.name());
		last.delete();
		masters.awaitHeard(unnoticed);
		assertThat(masters.changes()).containsExactly("ELECTED " + last.name(), "ELECTED " + highest.name());
		assertThat(masters.epochs()).last().isEqualTo(unnoticed.epoch());
	}

	/** The version of the path's children. */
	private long pzxid(Znode child) {
		return child.session().call((client) -> {
			Stat stat = new Stat();
			client.getData(this.path.path(), false, stat);
			return stat.getPzxid();
		});
	}

}
