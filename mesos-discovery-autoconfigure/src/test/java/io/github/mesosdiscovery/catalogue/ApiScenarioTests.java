package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of those who call a locator and listen to it while ZooKeeper fails.
 */
class ApiScenarioTests extends AbstractScenarioTests {

	private final Logger logger = (Logger) LoggerFactory
		.getLogger("io.github.mesosdiscovery.zookeeper.SnapshotPublisher");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void divertTheLog() {
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setLevel(Level.WARN);
		this.logger.setAdditive(false);
	}

	@AfterEach
	void giveTheLogBack() {
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
		this.logger.detachAppender(this.log);
	}

	@Test
	@DisplayName("#66 A listener that throws is logged, hears the next event, and harms no other listener")
	void aListenerThrows() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		AtomicInteger heard = new AtomicInteger();
		FollowedMasters masters = follow(builder().listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				heard.incrementAndGet();
				throw new IllegalStateException("thrown on purpose");
			}

		}));
		masters.awaitMasters(2);
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
		await().atMost(LIMIT).until(() -> heard.get() == 2);
		await().atMost(LIMIT).until(() -> this.log.list.size() == 2);
		assertThat(this.log.list).allSatisfy((line) -> {
			assertThat(line.getFormattedMessage())
				.startsWith("A listener of the Mesos masters failed on LeaderChangedEvent[")
				.contains("ELECTED");
			assertThat(line.getThrowableProxy().getMessage()).isEqualTo("thrown on purpose");
		});
	}

	@Test
	@DisplayName("#73 Waiting for a leader while the server is dead ends when the time is over, or by interruption")
	void waitingForALeaderEnds() throws InterruptedException {
		this.network.cut();
		FollowedMasters masters = follow(builder().sessionTimeout(LONG_SESSION));
		Duration patience = Duration.ofMillis(300);
		long start = System.nanoTime();
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> masters.locator.awaitLeader(patience))
			.withMessageContaining(servers())
			.withMessageContaining(this.path.path())
			.withMessageContaining("CONNECTING")
			.satisfies((ex) -> assertThat(ex.getSnapshot().leader()).isEmpty());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(patience, patience.plusSeconds(5));
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread waiter = new Thread(() -> {
			try {
				masters.locator.awaitLeader(Duration.ofMinutes(5));
			}
			catch (InterruptedException | RuntimeException ex) {
				thrown.set(ex);
			}
		});
		waiter.start();
		await().atMost(LIMIT).until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
		waiter.interrupt();
		waiter.join(30_000);
		assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
		assertThat(masters.leaders).isEmpty();
	}

	@Test
	@DisplayName("#74 A state is told once, however often ZooKeeper's client reports it")
	void aStateIsToldOnce() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		MasterSnapshot connected = masters.awaitMasters(2);
		masters.awaitHeard(first, second);
		int told = masters.masters.size();
		List<MasterSnapshot> snapshots = new CopyOnWriteArrayList<>();
		record(masters, connected, snapshots);
		this.network.cut();
		MasterSnapshot lost = masters.awaitState(ConnectionState.RECONNECTING);
		Object watches = Objects
			.requireNonNull(ReflectionTestUtils.<Object>invokeMethod(masters.client(), "getWatchManager"));
		Watcher watcher = Objects
			.requireNonNull(ReflectionTestUtils.<Watcher>invokeMethod(watches, "getDefaultWatcher"));
		for (int i = 0; i < 3; i++) {
			watcher.process(new WatchedEvent(EventType.None, KeeperState.Disconnected, null));
		}
		assertThat(masters.locator.snapshot()).isSameAs(lost);
		this.network.restore();
		masters.awaitMasters(2);
		await().atMost(LIMIT).until(() -> snapshots.size() >= 2);
		assertThat(snapshots).extracting((snapshot) -> snapshot.connection().state())
			.containsExactly(ConnectionState.RECONNECTING, ConnectionState.CONNECTED);
		assertThat(masters.masters).hasSize(told);
		first.delete();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	/** Keep each snapshot that follows. */
	private static void record(FollowedMasters masters, MasterSnapshot seen, List<MasterSnapshot> snapshots) {
		CompletableFuture<MasterSnapshot> next = masters.locator.changedFrom(seen);
		next.thenAccept((snapshot) -> {
			snapshots.add(snapshot);
			record(masters, snapshot, snapshots);
		});
	}

}
