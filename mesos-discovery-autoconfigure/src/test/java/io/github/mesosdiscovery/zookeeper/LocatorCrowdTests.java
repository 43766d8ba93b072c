package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.Crowd;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the cost of very many registrations, or of one among many children.
 */
class LocatorCrowdTests extends AbstractLocatorTests {

	private static final int CROWD = 10_000;

	private static final byte[] MASTER = "{\"id\":\"crowd\",\"pid\":\"master@127.0.0.1:5050\"}"
		.getBytes(StandardCharsets.UTF_8);

	@Test
	@DisplayName("#68 10,000 registrations cost one read each, and the end of their leader one list")
	void oneReadForEachAndOneListForAll() throws Exception {
		this.cluster.createPath();
		Crowd.change(this.cluster.client(), CROWD,
				(i) -> Crowd.create(path(String.format("json.info_%010d", i)), MASTER));
		ZooKeeperMasterLocator locator = start(
				builder().sessionTimeout(Duration.ofSeconds(20)).resyncInterval(Duration.ofHours(1)));
		awaitLong().until(() -> locator.masters().size() == CROWD);
		awaitChanges("ELECTED json.info_0000000000");
		assertThat(locator.masters()).extracting(MesosMaster::sequence)
			.containsExactlyElementsOf(IntStream.range(0, CROWD).boxed().toList());
		this.cluster.client().delete(path("json.info_0000000000"), -1);
		awaitLong().until(() -> locator.masters().size() == CROWD - 1);
		awaitChanges("ELECTED json.info_0000000000", "ELECTED json.info_0000000001");
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

	@Test
	@DisplayName("#68 10,000 other children cost one list and no read")
	void otherChildrenAreNotRead() throws Exception {
		this.cluster.createPath();
		Crowd.change(this.cluster.client(), CROWD,
				(i) -> Crowd.create(path(String.format("json.info-%010d", i)), new byte[0]));
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(20)));
		awaitLong().until(() -> locator.masters().size() == 1);
		long session = this.cluster.clientSessions().get(0);
		assertThat(lists(session)).isEqualTo(1);
		// The pings read data, too.
		assertThat(this.cluster.requests(session).get("getData")).isBetween(1, 50);
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
