package io.github.mesosdiscovery.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LeaderLookup} and {@link ReactiveLeaderLookup}.
 */
@Timeout(60)
class LeaderLookupTests {

	private static final Duration LONG = Duration.ofSeconds(50);

	private static final MasterSnapshot NONE = Masters.snapshot(ConnectionState.CONNECTING, null);

	private final ChangingLocator locator = new ChangingLocator();

	@Test
	void knownLeaderIsNotWaitedFor() throws Exception {
		this.locator.set(Masters.connected(Masters.master(1)));
		for (Duration wait : new Duration[] { Duration.ofSeconds(-1), Duration.ZERO, LONG }) {
			assertThat(new LeaderLookup(this.locator, wait).await(System.nanoTime())).isEqualTo(Masters.master(1));
			assertThat(reactive(wait).block()).isEqualTo(Masters.master(1));
		}
	}

	@Test
	void zeroDoesNotWait() {
		for (Duration wait : new Duration[] { Duration.ofSeconds(-1), Duration.ZERO }) {
			assertThatExceptionOfType(NoLeadingMasterException.class)
				.isThrownBy(() -> new LeaderLookup(this.locator, wait).await(System.nanoTime()))
				.withMessageStartingWith("No leading Mesos master: ");
			assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(() -> reactive(wait).block())
				.withMessageStartingWith("No leading Mesos master: ");
		}
	}

	@Test
	void waitsForLeader() throws Exception {
		CompletableFuture<MesosMaster> blocking = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				blocking.complete(new LeaderLookup(this.locator, LONG).await(System.nanoTime()));
			}
			catch (InterruptedIOException ex) {
				blocking.completeExceptionally(ex);
			}
		});
		thread.start();
		CompletableFuture<MesosMaster> reactive = reactive(LONG).toFuture();
		this.locator.set(Masters.connected(Masters.unreadable(1)));
		assertThat(blocking).isNotDone();
		assertThat(reactive).isNotDone();
		this.locator.set(Masters.connected(Masters.master(2)));
		assertThat(blocking.get()).isEqualTo(Masters.master(2));
		assertThat(reactive.get()).isEqualTo(Masters.master(2));
		thread.join();
	}

	@Test
	void waitsNoLongerThanItMay() {
		Duration wait = Duration.ofMillis(20);
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> new LeaderLookup(this.locator, wait).await(System.nanoTime()))
			.withMessageContaining(" within 20 ms: ");
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(() -> reactive(wait).block())
			.withMessageContaining(" within 20 ms: ");
	}

	@Test
	void nobodyWaitsWhenTheTimeIsOver() {
		// On a slow machine it can be over before the wait begins.
		await().until(() -> {
			assertThatExceptionOfType(NoLeadingMasterException.class)
				.isThrownBy(() -> reactive(Duration.ofMillis(20)).block());
			return this.locator.cancelled;
		});
	}

	@Test
	void timeThatARequestHasWaitedCounts() {
		long longAgo = System.nanoTime() - LONG.toNanos();
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> new LeaderLookup(this.locator, LONG).await(longAgo));
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> new ReactiveLeaderLookup(new LeaderLookup(this.locator, LONG)).await(longAgo).block());
	}

	@Test
	void longestTimeIsNoTrap() {
		Mono<MesosMaster> waiting = reactive(Duration.ofSeconds(Long.MAX_VALUE));
		CompletableFuture<MesosMaster> future = waiting.toFuture();
		this.locator.set(Masters.connected(Masters.master(1)));
		assertThat(future.join()).isEqualTo(Masters.master(1));
	}

	@Test
	void interruptionIsKept() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedIOException.class)
			.isThrownBy(() -> new LeaderLookup(this.locator, LONG).await(System.nanoTime()));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void closedLocatorEndsTheWait() {
		CompletableFuture<MesosMaster> future = reactive(LONG).toFuture();
		this.locator.change.cancel(false);
		assertThat(future).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(NoLeadingMasterException.class);
	}

	private Mono<MesosMaster> reactive(Duration wait) {
		return Mono
			.defer(() -> new ReactiveLeaderLookup(new LeaderLookup(this.locator, wait)).await(System.nanoTime()));
	}

	private static final class ChangingLocator extends FakeMasterLocator {

		private volatile CompletableFuture<MasterSnapshot> change = new CompletableFuture<>();

		private volatile boolean cancelled;

		ChangingLocator() {
			super(NONE);
		}

		@Override
		public synchronized void set(MasterSnapshot snapshot) {
			super.set(snapshot);
			CompletableFuture<MasterSnapshot> waiting = this.change;
			this.change = new CompletableFuture<>();
			waiting.complete(snapshot);
		}

		@Override
		public synchronized CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
			CompletableFuture<MasterSnapshot> future = (snapshot() != seen)
					? CompletableFuture.completedFuture(snapshot()) : this.change;
			future.whenComplete((result, ex) -> {
				if (future.isCancelled()) {
					this.cancelled = true;
				}
			});
			return future;
		}

	}

}
