package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.test.SimulatedMaster;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of a path with so many children that their list is larger than the ZooKeeper
 * client takes by itself.
 */
class LocatorCrowdTests extends AbstractLocatorTests {

	private static final int CROWD = 45_000;

	private static final byte[] MASTER = "{\"id\":\"crowd\",\"pid\":\"master@127.0.0.1:5050\"}"
		.getBytes(StandardCharsets.UTF_8);

	@Test
	@DisplayName("#68 65,540 children with short names are listed")
	void shortNames() throws Exception {
		followBeside(65_540, (i) -> Integer.toString(i, 36));
	}

	@Test
	@DisplayName("#68 45,000 children with long names, more than 1 MB, are listed and cost no read")
	void longNames() throws Exception {
		followBeside(CROWD, (i) -> String.format("json.info-%010d", i));
	}

	@Test
	@DisplayName("#68 45,000 registrations are followed, and so is the end of their leader")
	void registrations() throws Exception {
		this.cluster.createPath();
		Crowd.create(this.cluster.client(), CROWD, (i) -> path(String.format("json.info_%010d", i)), MASTER);
		ZooKeeperMasterLocator locator = start(
				builder().sessionTimeout(Duration.ofSeconds(20)).resyncInterval(Duration.ofHours(1)));
		awaitLong().until(() -> locator.masters().size() == CROWD);
		assertThat(this.recorder.changes()).containsExactly("ELECTED json.info_0000000000");
		assertThat(locator.masters()).extracting(MesosMaster::sequence)
			.containsExactlyElementsOf(IntStream.range(0, CROWD).boxed().toList());
		this.cluster.client().delete(path("json.info_0000000000"), -1);
		awaitLong().until(() -> locator.masters().size() == CROWD - 1);
		assertThat(this.recorder.changes()).containsExactly("ELECTED json.info_0000000000",
				"ELECTED json.info_0000000001");
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTED);
		long session = this.cluster.clientSessions().get(0);
		awaitLong().until(() -> lists(session) == 2);
		// The pings read data, too.
		assertThat(this.cluster.requests(session).get("getData")).isBetween(CROWD, CROWD + 200);
		this.cluster.disconnect(session);
		awaitLong().until(() -> lists(session) == 3 && this.cluster.watchCount() == CROWD
				&& locator.masters().size() == CROWD - 1);
		assertThat(this.recorder.changes()).hasSize(2);
	}

	private void followBeside(int count, IntFunction<String> name) throws Exception {
		this.cluster.createPath();
		Crowd.create(this.cluster.client(), count, (i) -> path(name.apply(i)), new byte[0]);
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(20)));
		awaitLong().until(() -> locator.masters().size() == 2);
		assertThat(leader(locator)).isEqualTo(first.znode());
		assertThat(locator.snapshot().otherChildren()).hasSizeBetween(1, 16);
		Map<String, Integer> requests = this.cluster.requests(this.cluster.clientSessions().get(0));
		assertThat(requests.get("getData")).isBetween(2, 50);
		assertThat(this.cluster.watchCount()).isEqualTo(3);
		this.cluster.killLeader();
		awaitLong().until(() -> leader(locator).equals(second.znode()));
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTED);
	}

	private int lists(long session) {
		return this.cluster.requests(session).getOrDefault("getChildren2", 0);
	}

	private String path(String name) {
		return this.cluster.path() + "/" + name;
	}

	private static ConditionFactory awaitLong() {
		return await().atMost(Duration.ofMinutes(2));
	}

}
