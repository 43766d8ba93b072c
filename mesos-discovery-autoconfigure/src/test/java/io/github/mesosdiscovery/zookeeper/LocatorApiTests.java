package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the API of {@link ZooKeeperMasterLocator}.
 */
class LocatorApiTests extends AbstractLocatorTests {

	@Test
	void locatorThatIsNotStartedKnowsNoMasterAndHasNoThread() {
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = builder().name("idle").build();
		assertThat(locator.isRunning()).isFalse();
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
		assertThat(locator.leader()).isEmpty();
		assertThat(threads("idle")).isEmpty();
		locator.close();
	}

	@Test
	void awaitLeaderWaitsForTheLeader() throws Exception {
		ZooKeeperMasterLocator locator = start();
		CompletableFuture<MesosMaster> leader = CompletableFuture.supplyAsync(() -> {
			try {
				return locator.awaitLeader(ChronoUnit.FOREVER.getDuration());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		SimulatedMaster first = this.cluster.startMaster();
		assertThat(leader.get(30, TimeUnit.SECONDS).znode()).isEqualTo(first.znode());
	}

	@Test
	@DisplayName("#73 Waiting for a leader in vain says what was seen instead")
	void awaitLeaderSaysWhatWasSeenInstead() {
		this.cluster.createRaw("log_replicas", new byte[0]);
		ZooKeeperMasterLocator locator = start();
		awaitState(locator, ConnectionState.CONNECTED);
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> locator.awaitLeader(Duration.ofMillis(10)))
			.withMessageContaining(this.cluster.connectString())
			.withMessageContaining("/mesos")
			.withMessageContaining("CONNECTED")
			.withMessageContaining("[log_replicas]")
			.satisfies((ex) -> assertThat(ex.getSnapshot()).isSameAs(locator.snapshot()));
	}

	@Test
	@DisplayName("#73 Waiting for a leader can be interrupted")
	void awaitLeaderCanBeInterrupted() throws InterruptedException {
		ZooKeeperMasterLocator locator = start();
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread waiter = new Thread(() -> {
			try {
				locator.awaitLeader(Duration.ofMinutes(5));
			}
			catch (InterruptedException | RuntimeException ex) {
				thrown.set(ex);
			}
		});
		waiter.start();
		waiter.interrupt();
		waiter.join(30_000);
		assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
	}

	@Test
	void changedFromCompletesAtOnceForAnOldSnapshotAndWaitsForTheLatest() throws Exception {
		this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		MasterSnapshot first = locator.snapshot();
		awaitSettled(locator, 2);
		MasterSnapshot settled = locator.snapshot();
		assertThat(locator.changedFrom(first)).isCompletedWithValue(settled);
		CompletableFuture<MasterSnapshot> change = locator.changedFrom(settled);
		assertThat(change).isNotDone();
		this.cluster.killLeader();
		assertThat(change.get(30, TimeUnit.SECONDS).leader()).map(MesosMaster::znode).contains(second.znode());
	}

	@Test
	void closeCancelsWaitingCallers() {
		ZooKeeperMasterLocator locator = start();
		awaitState(locator, ConnectionState.CONNECTED);
		CompletableFuture<MasterSnapshot> change = locator.changedFrom(locator.snapshot());
		locator.close();
		assertThat(change).isCancelled();
	}

	@Test
	void locatorReturnsTheNewLeaderBeforeListenersAreCalled() {
		AtomicReference<Boolean> agrees = new AtomicReference<>();
		this.cluster.startMaster();
		start(builder().listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				agrees.set(((ZooKeeperMasterLocator) event.getSource()).leader().equals(event.getLeader())
						&& !Thread.currentThread().getName().contains("EventThread"));
			}

		}));
		await().until(() -> Boolean.TRUE.equals(agrees.get()));
	}

	@Test
	void listenerThatBlocksOrThrowsAffectsNoOther() {
		CountDownLatch never = new CountDownLatch(1);
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				try {
					never.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException("on purpose", ex);
				}
			}

		}));
		awaitChanges("ELECTED " + first.znode());
		SimulatedMaster second = this.cluster.startMaster();
		awaitSettled(locator, 2);
		this.cluster.killLeader();
		awaitChanges("ELECTED " + first.znode(), "ELECTED " + second.znode());
		long before = System.nanoTime();
		locator.close();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void removedListenerReceivesNoFurtherEvent() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		Recorder late = new Recorder();
		locator.addListener(late);
		awaitSettled(locator, 1);
		awaitChanges("ELECTED " + first.znode());
		locator.removeListener(this.recorder);
		int heard = this.recorder.leaders.size();
		this.cluster.killLeader();
		await().until(() -> late.changes().contains("NO_MASTERS none"));
		assertThat(this.recorder.leaders).hasSize(heard);
	}

	@Test
	void listenerCanCloseTheLocator() {
		CountDownLatch closed = new CountDownLatch(1);
		ZooKeeperMasterLocator[] self = new ZooKeeperMasterLocator[1];
		CountDownLatch ready = new CountDownLatch(1);
		this.cluster.startMaster();
		self[0] = start(builder().name("selfclosing").listener(new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				try {
					ready.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				self[0].close();
				closed.countDown();
			}

		}));
		ready.countDown();
		await().until(() -> closed.getCount() == 0);
		await().until(() -> threads("selfclosing").isEmpty());
		assertThat(this.cluster.clientSessions()).isEmpty();
	}

	@Test
	void closeLeavesNoThreadNoSessionAndNoEvent() {
		this.cluster.startMaster();
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().name("leaving"));
		awaitSettled(locator, 2);
		locator.close();
		locator.close();
		assertThat(locator.isRunning()).isFalse();
		assertThat(locator.leader()).isEmpty();
		assertThat(locator.lastContact()).isEmpty();
		assertThat(this.cluster.clientSessions()).isEmpty();
		assertThat(this.cluster.watchCount()).isZero();
		int heard = this.recorder.leaders.size();
		this.cluster.killLeader();
		await().until(() -> threads("leaving").isEmpty());
		assertThat(this.recorder.leaders).hasSize(heard);
	}

	@Test
	void closeRightAfterTheStartLeavesNothing() {
		for (int i = 0; i < 20; i++) {
			ZooKeeperMasterLocator locator = builder().name("hasty").build();
			locator.start();
			if (i % 2 == 0) {
				Thread.onSpinWait();
			}
			locator.close();
			assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
		}
		await().until(() -> threads("hasty").isEmpty() && this.cluster.clientSessions().isEmpty());
	}

	@Test
	void closeDuringAnOutageTakesLessThanTwoSeconds() {
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().name("outage").sessionTimeout(Duration.ofSeconds(20)));
		awaitSettled(locator, 1);
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.RECONNECTING);
		long before = System.nanoTime();
		locator.close();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
		await().until(() -> threads("outage").isEmpty());
	}

	@Test
	void closedLocatorCanBeStartedAgain() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitLeader(locator, first.znode());
		locator.close();
		locator.start();
		locator.start();
		awaitLeader(locator, first.znode());
		awaitChanges("ELECTED " + first.znode(), "ELECTED " + first.znode());
		assertThat(locator.snapshot().changes()).hasSize(2);
		assertThat(this.cluster.clientSessions()).hasSize(1);
	}

	@Test
	void idleLocatorHasFourDaemonThreads() {
		this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start(builder().name("quiet"));
		awaitSettled(locator, 1);
		assertThat(threads("quiet")).allMatch(Thread::isDaemon);
		await().atMost(Duration.ofSeconds(30)).until(() -> threads("quiet").size() == 4);
	}

	@Test
	void fixedMasterLeadsFromStartToClose() {
		ZooKeeperMasterLocator locator = start(
				ZooKeeperMasterLocator.builder("master@127.0.0.1:5050").scheme("https").listener(this.recorder));
		assertThat(locator.leader()).map(MesosMaster::uri).map(Object::toString).contains("https://127.0.0.1:5050");
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.FIXED);
		assertThat(locator.lastContact()).isEmpty();
		awaitChanges("ELECTED 0000000000");
		locator.close();
		assertThat(locator.leader()).isEmpty();
		assertThat(locator.snapshot().changes()).hasSize(1);
		locator.start();
		assertThat(locator.snapshot().changes()).hasSize(2);
	}

	@Test
	void credentialsAreNotPartOfTextsAndMessages() {
		ZooKeeperMasterLocator locator = builder().credentials("canary-user", "canary-password").build();
		assertThat(locator.toString()).contains(this.cluster.connectString()).doesNotContain("canary");
		assertThatExceptionOfType(InvalidMasterUrlException.class)
			.isThrownBy(() -> ZooKeeperMasterLocator.builder("host:5050").credentials("canary", "canary"))
			.withMessageNotContaining("canary");
	}

	private static Set<Thread> threads(String name) {
		return LiveThreads.named((thread) -> thread.startsWith(name));
	}

}
