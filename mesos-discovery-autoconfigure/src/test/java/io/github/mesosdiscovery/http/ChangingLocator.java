package io.github.mesosdiscovery.http;

import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.MasterSnapshot;

/**
 * Locator that reports its changes and can be closed.
 */
class ChangingLocator extends FakeMasterLocator {

	private CompletableFuture<MasterSnapshot> change = new CompletableFuture<>();

	ChangingLocator(MasterSnapshot snapshot) {
		super(snapshot);
	}

	/**
	 * Return the future that the next change completes, and a close cancels.
	 */
	synchronized CompletableFuture<MasterSnapshot> change() {
		return this.change;
	}

	@Override
	public void set(MasterSnapshot snapshot) {
		CompletableFuture<MasterSnapshot> waiting;
		synchronized (this) {
			super.set(snapshot);
			waiting = this.change;
			this.change = new CompletableFuture<>();
		}
		waiting.complete(snapshot);
	}

	@Override
	public synchronized CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		return (snapshot() != seen) ? CompletableFuture.completedFuture(snapshot()) : this.change;
	}

}
