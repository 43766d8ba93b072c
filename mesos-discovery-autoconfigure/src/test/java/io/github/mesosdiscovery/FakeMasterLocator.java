package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A locator that knows what a test tells it.
 */
public class FakeMasterLocator implements MesosMasterLocator {

	private MasterSnapshot snapshot;

	private volatile @Nullable Instant lastContact;

	public FakeMasterLocator(MasterSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	public synchronized void set(MasterSnapshot snapshot) {
		this.snapshot = snapshot;
		notifyAll();
	}

	public void setLastContact(Instant lastContact) {
		this.lastContact = lastContact;
	}

	@Override
	public synchronized MasterSnapshot snapshot() {
		return this.snapshot;
	}

	@Override
	public synchronized MesosMaster awaitLeader(Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		while (this.snapshot.leader().isEmpty()) {
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0) {
				throw new NoLeadingMasterException(timeout, this.snapshot);
			}
			wait(left);
		}
		return this.snapshot.leader().get();
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Instant> lastContact() {
		return Optional.ofNullable(this.lastContact);
	}

}
