package io.github.mesosdiscovery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the default methods of {@link MesosMasterLocator}, which an implementation of
 * a user inherits.
 */
class MesosMasterLocatorTests {

	private static final MesosMaster MASTER = MesosMaster.of(1, "master-1", 5050);

	@Test
	void everythingComesFromTheSnapshot() throws InterruptedException {
		MesosMasterLocator locator = new SnapshotLocator(MasterSnapshot.of(MASTER));
		assertThat(locator.cluster()).isEqualTo("default");
		assertThat(locator.leader()).contains(MASTER);
		assertThat(locator.masters()).containsExactly(MASTER);
		assertThat(locator.awaitLeader(Duration.ZERO)).isEqualTo(MASTER);
		assertThat(locator.lastContact()).isEmpty();
	}

	@Test
	void waitEndsWithTheTimeout() {
		MesosMasterLocator locator = new SnapshotLocator(MasterSnapshot.of());
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> locator.awaitLeader(Duration.ofMillis(1)))
			.withMessageContaining("within 1 ms")
			.withMessageContaining("/mesos");
	}

	@Test
	void waitEndsWhenTheFutureIsCancelled() {
		SnapshotLocator locator = new SnapshotLocator(MasterSnapshot.of());
		locator.change.cancel(false);
		assertThatExceptionOfType(NoLeadingMasterException.class)
			.isThrownBy(() -> locator.awaitLeader(Duration.ofSeconds(Long.MAX_VALUE)));
	}

	@Test
	void listenersAreOptional() {
		MesosMasterLocator locator = new SnapshotLocator(MasterSnapshot.of());
		MesosMasterListener listener = new MesosMasterListener() {
		};
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> locator.addListener(listener));
		locator.removeListener(listener);
	}

	private static final class SnapshotLocator implements MesosMasterLocator {

		private final MasterSnapshot snapshot;

		private final CompletableFuture<MasterSnapshot> change = new CompletableFuture<>();

		SnapshotLocator(MasterSnapshot snapshot) {
			this.snapshot = snapshot;
		}

		@Override
		public MasterSnapshot snapshot() {
			return this.snapshot;
		}

		@Override
		public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
			return this.change;
		}

	}

}
