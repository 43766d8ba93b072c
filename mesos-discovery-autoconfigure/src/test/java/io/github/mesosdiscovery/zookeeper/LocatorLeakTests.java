package io.github.mesosdiscovery.zookeeper;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.faults.FaultProxy;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that two hundred starts and stops leave nothing, half of them in the middle of an
 * outage.
 */
class LocatorLeakTests extends AbstractLocatorTests {

	private static final int CYCLES = 200;

	private static final int WARM_UP = 16;

	private static final long MEGABYTE = 1024 * 1024;

	private final FaultProxy proxy = FaultProxy.to(this.cluster.port());

	private final List<WeakReference<ZooKeeperMasterLocator>> closed = new ArrayList<>();

	@BeforeEach
	void startMasters() {
		this.cluster.startMaster();
		this.cluster.startMaster();
	}

	@AfterEach
	void closeProxy() {
		this.proxy.close();
	}

	@Test
	@DisplayName("#71 200 starts and stops: threads, sockets, sessions, watches and heap return to what they were")
	void everythingReturnsToTheBaseline() throws Exception {
		cycles(WARM_UP);
		awaitNothing();
		long heap = Resources.heap();
		long sockets = Resources.canCountSockets() ? Resources.sockets() : 0;
		cycles(CYCLES);
		awaitNothing();
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
					this.proxy.cut();
				}
				case 3, 7 -> this.proxy.cut();
				case 11 -> {
					locator.awaitLeader(Duration.ofMinutes(1));
					this.proxy.silence();
				}
				case 13 -> this.proxy.silence();
				case 15 -> {
					locator.awaitLeader(Duration.ofMinutes(1));
					this.proxy.halfOpen();
				}
				default -> locator.awaitLeader(Duration.ofMinutes(1));
			}
			locator.close();
			// The far end of what was half open would stay so.
			this.proxy.reset();
			this.proxy.restore();
			this.closed.add(new WeakReference<>(locator));
		}
	}

	private ZooKeeperMasterLocator locator() {
		return ZooKeeperMasterLocator.builder("zk://" + this.proxy.connectString() + this.cluster.path())
			.name("leak")
			.sessionTimeout(Duration.ofSeconds(1))
			.listener(new Recorder())
			.build();
	}

	/** Sessions of which the server was not told end with their timeout. */
	private void awaitNothing() {
		soon().untilAsserted(() -> {
			assertThat(Resources.threads("leak")).isZero();
			assertThat(this.cluster.clientSessions()).isEmpty();
			assertThat(this.cluster.watchCount()).isZero();
			assertThat(this.proxy.connections()).isZero();
		});
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofSeconds(60));
	}

}
