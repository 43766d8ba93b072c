package io.github.mesosdiscovery.sample.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;

/**
 * A locator with one snapshot after the other. The next is known as soon as a caller
 * waits for it.
 */
final class FakeLocator implements MesosMasterLocator {

	private final List<MasterSnapshot> snapshots;

	private int current;

	FakeLocator(MasterSnapshot... snapshots) {
		this.snapshots = List.of(snapshots);
	}

	static MasterSnapshot snapshot(boolean complete, MasterRegistration... registrations) {
		return new MasterSnapshot("default",
				new MasterConnection(ConnectionState.CONNECTED, "zk1:2181", "/mesos", Instant.EPOCH, null),
				List.of(registrations), List.of(), null, complete, List.of());
	}

	@Override
	public MasterSnapshot snapshot() {
		return this.snapshots.get(this.current);
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		if (this.current + 1 == this.snapshots.size()) {
			return new CompletableFuture<>();
		}
		this.current++;
		return CompletableFuture.completedFuture(snapshot());
	}

}
