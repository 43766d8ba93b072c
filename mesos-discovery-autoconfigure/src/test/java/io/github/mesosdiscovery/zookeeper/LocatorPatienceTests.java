package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a start that leaves the connection for later.
 */
@Timeout(60)
class LocatorPatienceTests extends AbstractLocatorTests {

	private static final Duration LONG = Duration.ofHours(1);

	/** Of a session so long that only patience decides when it connects. */
	private final ZooKeeperMasterLocator locator = builder().sessionTimeout(Duration.ofMinutes(10)).build();

	@BeforeEach
	void startMaster() {
		this.cluster.startMaster();
	}

	@AfterEach
	void close() {
		this.locator.close();
	}

	@Test
	void leavesTheConnectionForLater() {
		this.locator.start(LONG);
		assertThat(this.locator.isRunning()).isTrue();
		await().during(Duration.ofMillis(300)).until(() -> this.cluster.clientSessions().isEmpty());
		assertThat(this.locator.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTING);
		assertThat(this.locator.lastContact()).isEqualTo(Optional.empty());
		this.locator.connect();
		awaitState(this.locator, ConnectionState.CONNECTED);
	}

	@Test
	void connectsWhenTheTimeHasPassed() {
		this.locator.start(Duration.ofMillis(20));
		awaitState(this.locator, ConnectionState.CONNECTED);
	}

	@Test
	void connectsBeforeTheServersPassForUnreachable() {
		ZooKeeperMasterLocator impatient = builder().sessionTimeout(Duration.ofSeconds(6)).build();
		try (impatient) {
			impatient.start(LONG);
			await().until(() -> impatient.snapshot().connection().state() != ConnectionState.CONNECTING);
			assertThat(impatient.snapshot().connection().state()).isEqualTo(ConnectionState.CONNECTED);
		}
	}

	@Test
	void connectsForWhoWaitsForALeader() throws InterruptedException {
		this.locator.start(LONG);
		assertThat(this.locator.awaitLeader(Duration.ofSeconds(30)).hostname()).isEqualTo("localhost");
	}

	@Test
	void connectsForWhoWaitsForAChange() throws Exception {
		this.locator.start(LONG);
		assertThat(this.locator.changedFrom(this.locator.snapshot()).get(30, TimeUnit.SECONDS).leader()).isPresent();
	}

	@Test
	void connectsOnceOnly() throws InterruptedException {
		this.locator.start(Duration.ofMillis(20));
		this.locator.awaitLeader(Duration.ofSeconds(30));
		this.locator.connect();
		this.locator.connect();
		await().during(Duration.ofMillis(300)).until(() -> this.cluster.clientSessions().size() == 1);
	}

	@Test
	void doesNotConnectOnceItIsClosed() {
		this.locator.connect();
		this.locator.start(LONG);
		this.locator.close();
		this.locator.connect();
		assertThat(this.locator.isRunning()).isFalse();
		assertThat(this.locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().endsWith("-keeper"));
	}

}
