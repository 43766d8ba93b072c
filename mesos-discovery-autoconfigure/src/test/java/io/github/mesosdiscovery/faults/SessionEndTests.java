package io.github.mesosdiscovery.faults;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper.States;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SessionEnd}.
 */
class SessionEndTests {

	@ParameterizedTest
	@ArgumentsSource(ZooKeeperVersions.class)
	void theClientIsToldThatItsSessionHasExpired(String version) throws KeeperException, InterruptedException {
		try (ZooKeeperProcess server = ZooKeeperProcess.start(version);
				TestSession session = TestSession.open(server.connectString());
				TestSession other = TestSession.open(server.connectString())) {
			session.client().create("/ephemeral", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
			SessionEnd.of(server.connectString(), session.client());
			assertThat(other.exists("/ephemeral")).isFalse();
			await().until(() -> session.client().getState() == States.CLOSED);
		}
	}

}
