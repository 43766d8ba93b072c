package io.github.mesosdiscovery.catalogue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.zookeeper.Recorder;
import io.github.mesosdiscovery.zookeeper.Resources;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that a hundred starts and stops leave nothing, half of them in the middle of an
 * outage.
 */
class LeakScenarioTests extends AbstractScenarioTests {

	private static final int CYCLES = 100;

	private static final int WARM_UP = 16;

	private static final long MEGABYTE = 1024 * 1024;

	private static final Pattern SESSION = Pattern.compile("0x[0-9a-f]+");

	private final List<WeakReference<ZooKeeperMasterLocator>> closed = new ArrayList<>();

	@Test
	@DisplayName("#71 100 starts and stops: threads, sockets, sessions, watches and heap return to what they were")
	void everythingReturnsToTheBaseline() throws Exception {
		this.path.create();
		register();
		register();
		// That of the path, and those of the masters.
		Set<String> sessions = await().until(LeakScenarioTests::sessions, (found) -> found.size() == 3);
		cycles(WARM_UP);
		awaitNothingBut(sessions);
		long heap = Resources.heap();
		long sockets = Resources.canCountSockets() ? Resources.sockets() : 0;
		cycles(CYCLES);
		awaitNothingBut(sessions);
		soon().untilAsserted(() -> {
			System.gc();
			assertThat(this.closed).allMatch((locator) -> locator.get() == null);
		});
		assertThat(Resources.heap() - heap).isLessThan(16 * MEGABYTE);
		assumeTrue(Resources.canCountSockets());
		soon().untilAsserted(() -> assertThat(Resources.sockets()).isLessThanOrEqualTo(sockets));
	}

	private void cycles(int count) throws InterruptedException {
		for (int i = 0; i < count; i++) {
			ZooKeeperMasterLocator locator = locator();
			locator.start();
			switch (i % 16) {
				case 1, 5, 9 -> {
					locator.awaitLeader(Duration.ofMinutes(1));
					this.network.cut();
				}
				case 3, 7 -> this.network.cut();
				case 11 -> {
					locator.awaitLeader(Duration.ofMinutes(1));
					this.network.silence();
				}
				case 13 -> this.network.silence();
				case 15 -> {
					locator.awaitLeader(Duration.ofMinutes(1));
					this.network.halfOpen();
				}
				default -> locator.awaitLeader(Duration.ofMinutes(1));
			}
			locator.close();
			// The far end of what was half open would stay so.
			this.network.reset();
			this.network.restore();
			this.closed.add(new WeakReference<>(locator));
		}
	}

	private ZooKeeperMasterLocator locator() {
		return ZooKeeperMasterLocator.builder("zk://" + this.network.connectString() + this.path.path())
			.name("leak")
			.sessionTimeout(Duration.ofSeconds(1))
			.listener(new Recorder())
			.build();
	}

	/** Sessions of which the server was not told end with their timeout. */
	private void awaitNothingBut(Set<String> sessions) {
		soon().untilAsserted(() -> {
			assertThat(Resources.threads("leak")).isZero();
			assertThat(sessions()).isEqualTo(sessions);
			assertThat(this.network.connections()).isZero();
		});
		awaitNoWatches();
	}

	/** The sessions that the server waits for, which stand before what they made. */
	private static Set<String> sessions() {
		return SESSION.matcher(zooKeeper.ask("dump").split("(?i)ephemeral")[0])
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofSeconds(60));
	}

}
