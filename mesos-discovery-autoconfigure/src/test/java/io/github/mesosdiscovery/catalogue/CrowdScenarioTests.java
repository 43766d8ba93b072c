package io.github.mesosdiscovery.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.Crowd;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.Op;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of a path with so many children that their list is larger than the ZooKeeper
 * client takes by itself.
 */
class CrowdScenarioTests extends AbstractScenarioTests {

	private static final int CROWD = 10_000;

	private static final int CHANGED = CROWD / 10;

	private static final int NEW_PORTS = 20_000;

	/** The server has no room for the next crowd beside this one. */
	@AfterEach
	void forgetTheCrowd() {
		zooKeeper.wipe();
	}

	@Test
	@DisplayName("#68 65,540 children with short names are listed")
	void shortNames() {
		followBeside(65_540, (i) -> Integer.toString(i, 36));
	}

	@Test
	@DisplayName("#68 45,000 children with long names, more than 1 MB, are listed and cost no watch")
	void longNames() {
		followBeside(45_000, (i) -> String.format("json.info-%010d", i));
	}

	/**
	 * One test, because to register ten thousand masters takes longer than all the rest.
	 */
	@Test
	@DisplayName("#68 #69 10,000 registrations: the end of their leader is followed, and their watches survive a reconnect")
	void registrations() {
		this.path.create();
		Znode leader = child(registration(0));
		create(CROWD, (i) -> registration(i + 1), master(SimulatedMasters.DEFAULT_PORT));
		FollowedMasters masters = followForLong();
		awaitLong().until(() -> masters.locator.masters().size() == CROWD + 1);
		awaitWatches(CROWD + 2);
		leader.delete();
		awaitLong().until(() -> masters.locator.masters().size() == CROWD);
		assertThat(masters.locator.masters()).extracting(MesosMaster::sequence)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, CROWD).boxed().toList());
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.network.restore();
		masters.awaitState(ConnectionState.CONNECTED);
		awaitWatches(CROWD + 1);
		this.path.session()
			.call((client) -> Crowd.change(client, CHANGED,
					(i) -> Op.setData(this.path.path() + "/" + registration(10 * i + 2), master(NEW_PORTS + i), -1)));
		awaitLong().until(() -> masters.locator.snapshot().isComplete() && masters.locator.masters()
			.stream()
			.filter((master) -> master.port() >= NEW_PORTS)
			.count() == CHANGED);
		awaitWatches(CROWD + 1);
		assertThat(masters.locator.masters()).hasSize(CROWD);
		assertThat(masters.changes()).containsExactly("ELECTED " + registration(0), "ELECTED " + registration(1));
	}

	private void followBeside(int count, IntFunction<String> name) {
		this.path.create();
		create(count, name, new byte[0]);
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		assertThat(masters.locator.snapshot().otherChildren()).hasSizeBetween(1, 16);
		awaitWatches(3);
		first.session().close();
		masters.awaitLeader(second);
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
		masters.awaitState(ConnectionState.CONNECTED);
	}

	private void create(int count, IntFunction<String> name, byte[] data) {
		this.path.session()
			.call((client) -> Crowd.change(client, count,
					(i) -> Crowd.create(this.path.path() + "/" + name.apply(i), data)));
	}

	private static byte[] master(int port) {
		return ("{\"id\":\"crowd\",\"pid\":\"master@127.0.0.1:" + port + "\"}").getBytes(StandardCharsets.UTF_8);
	}

	private static String registration(int number) {
		return String.format("json.info_%010d", number);
	}

	private static ConditionFactory awaitLong() {
		return await().atMost(Duration.ofMinutes(2));
	}

}
