package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MesosMasterListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the log: the connection, its loss, how long the leader is kept, and each line
 * before the event that it belongs to.
 */
class LocatorLogTests extends AbstractLocatorTests {

	private final LogLines log = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.INFO);

	@AfterEach
	void closeLog() {
		this.log.close();
	}

	@Test
	void connectionIsLoggedWithServerAndNegotiatedTimeoutBeforeTheLeader() {
		String leader = this.cluster.startMaster().znode();
		List<Integer> linesAtEvents = new CopyOnWriteArrayList<>();
		MesosMasterListener counter = new MesosMasterListener() {
			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				linesAtEvents.add(LocatorLogTests.this.log.lines().size());
			}
		};
		awaitLeader(start(builder().listener(counter)), leader);
		await().until(() -> linesAtEvents.size() == 1);
		assertThat(this.log.lines()).hasSize(2);
		assertThat(this.log.lines().get(0)).startsWith("INFO")
			.containsPattern(
					"Connected to ZooKeeper at \\S*127\\.0\\.0\\.1:\\d+, path /\\S+, with a session timeout of 2s");
		assertThat(this.log.lines().get(1)).startsWith("INFO").contains("Leading Mesos master", leader);
		assertThat(linesAtEvents).containsExactly(2);
	}

	@Test
	void shortOutageIsLoggedWithTheTimeThatTheLeaderIsKept() {
		String leader = this.cluster.startMaster().znode();
		ZooKeeperMasterLocator locator = start(builder().sessionTimeout(Duration.ofSeconds(8)));
		awaitLeader(locator, leader);
		int before = this.log.lines().size();
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.RECONNECTING);
		this.cluster.startZooKeeper();
		await().until(() -> this.log.lines().size() == before + 2);
		assertThat(this.log.lines().get(before)).startsWith("WARN")
			.contains("Lost the connection to ZooKeeper", leader, "for up to 8s");
		assertThat(this.log.lines().get(before + 1)).startsWith("INFO")
			.contains("Connected to ZooKeeper", leader, "still leads");
	}

	@Test
	void longOutageIsLoggedAsLossAndWithdrawal() {
		String leader = this.cluster.startMaster().znode();
		ZooKeeperMasterLocator locator = start();
		awaitLeader(locator, leader);
		int before = this.log.lines().size();
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.DISCONNECTED);
		this.cluster.startZooKeeper();
		awaitState(locator, ConnectionState.CONNECTED);
		await().until(() -> this.log.lines().size() > before + 2);
		List<String> lines = this.log.lines().subList(before, this.log.lines().size());
		assertThat(lines.get(0)).startsWith("WARN").contains("Lost the connection to ZooKeeper");
		assertThat(lines.get(1)).startsWith("WARN").contains("No leading Mesos master after", leader);
		assertThat(lines.get(2)).startsWith("INFO").contains("Connected to ZooKeeper").doesNotContain("still leads");
	}

	@Test
	void closeSoonAfterTheStartLogsNoWarning() {
		this.cluster.startMaster();
		for (int i = 0; i < 40; i++) {
			ZooKeeperMasterLocator locator = start();
			LockSupport.parkNanos(i * 1_000_000L);
			locator.close();
		}
		assertThat(this.log.of(Level.WARN)).isEmpty();
	}

}
