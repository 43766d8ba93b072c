package io.github.mesosdiscovery.faults;

import java.time.Duration;

import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MasterSession}.
 */
class MasterSessionTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(6);

	@Test
	void aConnectionWithoutAnswerIsGivenUpBeforeTheSessionIsOver() {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(ZooKeeperVersions.NEWEST);
				FaultProxy network = FaultProxy.to(server.port());
				MasterSession session = MasterSession.open(network.connectString(), TIMEOUT)) {
			long id = session.call(ZooKeeper::getSessionId);
			int connected = network.accepted();
			network.silence(Direction.TO_SERVER);
			network.reset();
			await().atMost(TIMEOUT.multipliedBy(2)).until(() -> network.accepted() == connected + 2);
			network.restore();
			assertThat(session.<Long>call(ZooKeeper::getSessionId)).isEqualTo(id);
		}
	}

}
